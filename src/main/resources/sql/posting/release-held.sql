-- Held documents whose condition has changed since they were judged go to be checked again, and only those; how many. A document may
-- be held at the very moment of the change, or be judged by the books of before: changes are looked at again, each time after twice
-- as long, until they are two minutes old. Whose books are being changed just now is looked at the next time.
with moved as materialized (
  select company, version, at from books_moved
  where look_at <= :#${variable.now}::timestamptz
  order by company for update skip locked
), news as materialized (
  select m.company, c.version, c.keys
  from moved m
  join reference_change c on c.company = m.company and c.version >= m.version
), released as (
  update posting p
  set state = 'RECEIVED', changed_at = :#${variable.now}::timestamptz
  from (select n.company, array_agg(distinct k) as keys from news n, unnest(n.keys) k group by n.company) changed
  -- Of each by itself: few of all that are held are theirs.
  cross join lateral (
    select h.id from posting h
    where h.company = changed.company and h.state = 'HELD' and h.waits_for && changed.keys
      and exists (select from news n where n.company = changed.company and n.version > h.books_version and n.keys && h.waits_for)
    offset 0) held
  where p.id = held.id and p.state = 'HELD'
  returning p.id
), over as (
  delete from books_moved b using moved m where b.company = m.company and m.at <= :#${variable.now}::timestamptz - interval '2 minutes'
), again as (
  -- What has been looked at for so long is none any more, also where more and more comes.
  update books_moved b
  set version = coalesce(recent.first, b.version),
      look_at = :#${variable.now}::timestamptz + greatest(interval '500 milliseconds', :#${variable.now}::timestamptz - m.at)
  from moved m
  cross join lateral (select min(c.version) as first from reference_change c
                      where c.company = m.company and c.version >= m.version and c.at > :#${variable.now}::timestamptz - interval '2 minutes') recent
  where b.company = m.company and m.at > :#${variable.now}::timestamptz - interval '2 minutes'
)
select count(*) from released
