-- Somebody may have mended in Xero what documents are held for, or Xero refused them for a record that our books say is well: those
-- records, and no others, are read again. Every 40 seconds at
-- first, ever less often the longer the newest of them waits (a tenth of that time, an hour at most), and a hundred times a day at
-- most but for one an hour. What is asked for or under way is left alone.
with held as materialized (
  -- Very many may wait for the same.
  select p.company, p.waits_for, max(p.changed_at) as newest
  from posting p
  where p.state = 'HELD' and p.waits_for <> '{}'
  group by p.company, p.waits_for
), waiting as (
  select h.company, max(h.newest) as newest, array_agg(distinct needed) as resources
  from held h
  cross join lateral unnest(resources_of(h.waits_for)) needed
  group by h.company
), due as (
  select w.company, w.resources
  from waiting w
  join company_state s on s.company = w.company and s.state = 'ACTIVE'
  left join held_look l on l.company = w.company
  where greatest(l.looked_at, w.newest) <= :#${variable.now}::timestamptz - case
      when l.spent >= 100 and l.day = (:#${variable.now}::timestamptz at time zone 'UTC')::date then interval '1 hour'
      else least(interval '1 hour', greatest(:#${properties:ledgerway.import.look-again:40s}::interval,
                                             (:#${variable.now}::timestamptz - w.newest) / 10)) end
), asked as (
  insert into import_run as r (company, requested_at, of_resources, requested_by)
  select d.company, :#${variable.now}::timestamptz, d.resources, 'held documents' from due d
  on conflict (company) do update set requested_at = excluded.requested_at, of_resources = excluded.of_resources, requested_by = excluded.requested_by
  where r.finished_at is not null and r.requested_at <= r.started_at and r.problem is null
  returning r.company
)
insert into held_look (company, looked_at, day, spent)
select a.company, :#${variable.now}::timestamptz, (:#${variable.now}::timestamptz at time zone 'UTC')::date, 1 from asked a
on conflict (company) do update set looked_at = excluded.looked_at, day = excluded.day,
  spent = case when held_look.day = excluded.day then held_look.spent + 1 else 1 end
