-- Claims up to 50 documents of one company and resource, oldest first, and gives each its marker. Rows that another
-- instance is claiming are passed over. Fewer than a full batch are claimed only where a partial batch is due.
-- Nor are more claimed than go into one request, which Xero wants to be smaller than 3.5 MB.
-- What was in a call that Xero refused as a whole goes in smaller ones, with others of which as many may go together: the index is
-- stepped over from one such size to the next, and the size of the oldest is taken.
-- The limit is a constant and the order is that of posting_claimable_by_size: with a limit that the planner cannot know it takes
-- a tenth of the whole table for likely, and reads all of it.
with recursive sizes (max_batch) as (
  (select p.max_batch from posting p
   where p.company = :#${variable.company} and p.resource = :#${variable.resource} and p.state = 'READY' and p.claimed_by is null and p.released
   order by p.max_batch limit 1)
  union all
  select further.max_batch
  from sizes
  cross join lateral (
    select p.max_batch from posting p
    where p.company = :#${variable.company} and p.resource = :#${variable.resource} and p.state = 'READY' and p.claimed_by is null and p.released
      and p.max_batch > sizes.max_batch
    order by p.max_batch limit 1) further
), first as materialized (
  select s.max_batch
  from sizes s
  cross join lateral (
    select p.received_at, p.id from posting p
    where p.company = :#${variable.company} and p.resource = :#${variable.resource} and p.state = 'READY' and p.claimed_by is null and p.released
      and p.max_batch = s.max_batch
    order by p.received_at, p.id limit 1) oldest
  order by oldest.received_at, oldest.id limit 1
), candidates as (
  select p.id, p.max_batch, octet_length(p.document) as bytes
  from posting p
  where p.company = :#${variable.company} and p.resource = :#${variable.resource} and p.state = 'READY' and p.claimed_by is null and p.released
    and p.max_batch = (select max_batch from first)
  order by p.received_at, p.id
  limit 50
  for update of p skip locked
), batch as (
  select :#${variable.batch}::uuid as id, 'LW-' || upper(right(replace(:#${variable.batch}::text, '-', ''), 16)) as code
), numbered as (
  select id, max_batch, row_number() over (order by id) as position, count(*) over () as found,
         sum(bytes + 1) over (order by id) as bytes
  from candidates
)
update posting p
set claimed_by = :#${variable.instance}::uuid, claimed_at = :#${variable.now}::timestamptz, batch = batch.id, position = n.position,
    marker = coalesce(p.marker, batch.code || '-' || lpad((n.position - 1)::text, 2, '0'))
from numbered n, batch
where p.id = n.id
  and n.position <= n.max_batch
  and (n.position = 1 or n.bytes <= 3000000)
  and (:#${variable.partial}::boolean or n.found >= n.max_batch or n.max_batch < 50)
returning p.id, p.company, p.source, p.source_id, p.version, p.kind, p.resource, p.currency, p.total, p.marker, p.xero_id, p.undoes, p.trace, p.position, p.document, p.books_version
