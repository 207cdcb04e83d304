-- Claims up to 50 documents of one company and resource, oldest first, and gives each its marker. Rows that another
-- instance is claiming are passed over. Fewer than a full batch are claimed only where a partial batch is due.
with first as (
  select max_batch from posting
  where company = :#${variable.company} and resource = :#${variable.resource} and state = 'READY' and claimed_by is null
  order by id limit 1
), candidates as (
  select p.id
  from posting p, first
  where p.company = :#${variable.company} and p.resource = :#${variable.resource} and p.state = 'READY' and p.claimed_by is null
    and p.max_batch = first.max_batch
  order by p.id
  limit (select max_batch from first)
  for update of p skip locked
), batch as (
  select :#${variable.batch}::uuid as id, 'LW-' || upper(right(replace(:#${variable.batch}::text, '-', ''), 16)) as code
), numbered as (
  select id, row_number() over (order by id) as position from candidates
  where :#${variable.partial}::boolean
     or (select count(*) from candidates) >= (select max_batch from first)
     or (select max_batch from first) < 50
)
update posting p
set claimed_by = :#${variable.instance}::uuid, claimed_at = :#${variable.now}::timestamptz, batch = batch.id, position = n.position,
    marker = coalesce(p.marker, batch.code || '-' || lpad((n.position - 1)::text, 2, '0'))
from numbered n, batch
where p.id = n.id
returning p.id, p.company, p.source, p.source_id, p.version, p.kind, p.resource, p.currency, p.total, p.marker, p.position, p.document, p.books_version
