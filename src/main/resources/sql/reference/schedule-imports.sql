-- Asks for the imports whose time has come, each once, whichever instance is first. A company that chose nothing is read at
-- an hour of its own in the night. One that is not connected or not set up is passed over, with that reason.
with fresh as (
  insert into import_schedule (company, sync_at, next_run_at)
  select id, default_sync_at(id), next_sync(default_sync_at(id), 'UTC', :#${variable.now}::timestamptz) from company c
  where not exists (select from import_schedule s where s.company = c.id)
  on conflict (company) do nothing
), due as (
  update import_schedule s set next_run_at = next_sync(s.sync_at, s.sync_zone, :#${variable.now}::timestamptz)
  where s.company in (select d.company from import_schedule d where d.next_run_at <= :#${variable.now}::timestamptz
                      for update of d skip locked)
  returning s.company
)
insert into import_run as r (company, requested_at, requested_by, skipped_at, skipped_because)
select d.company, case when s.state = 'ACTIVE' then :#${variable.now}::timestamptz end, 'schedule',
       case when s.state <> 'ACTIVE' then :#${variable.now}::timestamptz end, nullif(s.state, 'ACTIVE')
from due d join company_state s on s.company = d.company
on conflict (company) do update set
  requested_at = coalesce(excluded.requested_at, r.requested_at),
  of_resources = case when excluded.requested_at is null then r.of_resources end,
  requested_by = case when excluded.requested_at is null then r.requested_by else excluded.requested_by end,
  skipped_at = excluded.skipped_at, skipped_because = excluded.skipped_because
