-- One that is not connected or not set up is passed over, with that reason.
with planned as (
  update import_schedule set next_run_at = :next where company = :company
)
insert into import_run as r (company, requested_at, requested_by, skipped_at, skipped_because)
select s.company, case when s.state = 'ACTIVE' then :now::timestamptz end, 'schedule',
       case when s.state <> 'ACTIVE' then :now::timestamptz end, nullif(s.state, 'ACTIVE')
from company_state s where s.company = :company
on conflict (company) do update set
  requested_at = coalesce(excluded.requested_at, r.requested_at),
  of_resources = case when excluded.requested_at is null then r.of_resources end,
  requested_by = case when excluded.requested_at is null then r.requested_by else excluded.requested_by end,
  skipped_at = excluded.skipped_at, skipped_because = excluded.skipped_because
