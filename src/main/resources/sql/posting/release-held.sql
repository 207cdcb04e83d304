-- Held documents whose condition has changed since they were judged go to be checked again, and only those. Changes of
-- the last two minutes are looked at again and again: a document may be held at the very moment of the change.
with moved as (
  select v.company, v.version, coalesce(h.version, 0) as seen
  from reference_version v
  left join held_release h on h.company = v.company
  where v.version > coalesce(h.version, 0)
     or exists (select from reference_change c
                where c.company = v.company and c.version = v.version and c.at > :#${variable.now}::timestamptz - interval '2 minutes')
), news as (
  select m.company, c.version, c.keys
  from moved m
  join reference_change c on c.company = m.company
  where c.version > m.seen or c.at > :#${variable.now}::timestamptz - interval '2 minutes'
), released as (
  update posting p
  set state = 'RECEIVED', changed_at = :#${variable.now}::timestamptz
  from (select n.company, array_agg(distinct k) as keys from news n, unnest(n.keys) k group by n.company) changed
  where p.company = changed.company and p.state = 'HELD' and p.waits_for && changed.keys
    and exists (select from news n where n.company = p.company and n.version > p.books_version and n.keys && p.waits_for)
)
insert into held_release (company, version)
select company, version from moved
on conflict (company) do update set version = excluded.version
