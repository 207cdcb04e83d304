-- Somebody may have mended in Xero what documents are held for, or Xero refused them for a record that our books say is well: those
-- records, and no others, are read again. Every 40 seconds at
-- first, ever less often the longer the newest of them waits (a tenth of that time, an hour at most), and a hundred times a day at
-- most but for one an hour. What is asked for or under way is left alone.
-- Only companies whose next look is due are looked at here.
with candidates as materialized (
  select company from held_look where due_at <= :#${variable.now}::timestamptz order by due_at limit 200 for update skip locked
), held as materialized (
  -- Very many may wait for the same.
  select p.company, p.waits_for, max(p.changed_at) as newest
  from candidates c join posting p on p.company = c.company
  where p.state = 'HELD' and p.waits_for <> '{}'
  group by p.company, p.waits_for
), waiting as (
  select h.company, max(h.newest) as newest, array_agg(distinct needed) as resources
  from held h
  cross join lateral unnest(resources_of(h.waits_for)) needed
  group by h.company
), paced as (
  select w.company, w.resources, greatest(l.looked_at, w.newest) + case
      when l.spent >= 100 and l.day = (:#${variable.now}::timestamptz at time zone 'UTC')::date then interval '1 hour'
      else least(interval '1 hour', greatest(:#${properties:ledgerway.import.look-again:40s}::interval,
                                             (:#${variable.now}::timestamptz - w.newest) / 10)) end as at
  from waiting w
  join company_state s on s.company = w.company and s.state = 'ACTIVE'
  join held_look l on l.company = w.company
), asked as (
  insert into import_run as r (company, requested_at, of_resources, requested_by)
  select p.company, :#${variable.now}::timestamptz, p.resources, 'held documents' from paced p where p.at <= :#${variable.now}::timestamptz
  on conflict (company) do update set requested_at = excluded.requested_at, of_resources = excluded.of_resources, requested_by = excluded.requested_by
  where r.finished_at is not null and r.requested_at <= r.started_at and r.problem is null
  returning r.company
)
update held_look l
set looked_at = case when a.company is null then l.looked_at else :#${variable.now}::timestamptz end,
    day = case when a.company is null then l.day else (:#${variable.now}::timestamptz at time zone 'UTC')::date end,
    spent = case when a.company is null then l.spent
                 when l.day = (:#${variable.now}::timestamptz at time zone 'UTC')::date then l.spent + 1 else 1 end,
    -- One whose import is under way is seen again soon, and one that does not import now some time later.
    due_at = case when p.company is not null
                  then greatest(p.at, :#${variable.now}::timestamptz + :#${properties:ledgerway.import.look-again:40s}::interval / 4)
                  when w.company is not null then :#${variable.now}::timestamptz + interval '1 minute' end
from candidates c
left join waiting w on w.company = c.company
left join paced p on p.company = c.company
left join asked a on a.company = c.company
where l.company = c.company
