-- Asks for the imports whose time has come, each once, whichever instance is first. A company that chose nothing is read at
-- two in the night, UTC.
with fresh as (
  insert into import_schedule (company, next_run_at)
  select id, next_sync('02:00', 'UTC', :#${variable.now}::timestamptz) from company c
  where not exists (select from import_schedule s where s.company = c.id)
  on conflict (company) do nothing
), due as (
  update import_schedule s set next_run_at = next_sync(s.sync_at, s.sync_zone, :#${variable.now}::timestamptz)
  where s.company in (select d.company from import_schedule d where d.next_run_at <= :#${variable.now}::timestamptz
                      for update of d skip locked)
  returning s.company
)
insert into import_run (company, requested_at)
select company, :#${variable.now}::timestamptz from due
on conflict (company) do update set requested_at = excluded.requested_at
