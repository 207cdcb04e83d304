-- Claims up to 50 documents of one company and resource, oldest first, and gives each its marker. Rows that another
-- instance is claiming are passed over. Fewer than a full batch are claimed only where a partial batch is due.
-- Nor are more claimed than go into one request, which Xero wants to be smaller than 3.5 MB.
-- The limit is a constant and the order is that of posting_claimable: with a limit that the planner cannot know it takes
-- a tenth of the whole table for likely, and reads all of it.
with first as (
  select max_batch from posting
  where company = :#${variable.company} and resource = :#${variable.resource} and state = 'READY' and claimed_by is null and released
  order by received_at, id limit 1
), candidates as (
  select p.id, first.max_batch, octet_length(p.document) as bytes
  from posting p, first
  where p.company = :#${variable.company} and p.resource = :#${variable.resource} and p.state = 'READY' and p.claimed_by is null and p.released
    and p.max_batch = first.max_batch
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
returning p.id, p.company, p.source, p.source_id, p.version, p.kind, p.resource, p.currency, p.total, p.marker, p.xero_id, p.undoes, p.position, p.document, p.books_version
