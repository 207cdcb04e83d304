-- Batches that are settled, once the documents that went in them are gone.
with walked as materialized (
  select id, state from batch
  where id > coalesce(:#${variable.after}::uuid, first_id_of('epoch'))
    and id < first_id_of(:#${variable.now}::timestamptz - :#${properties:ledgerway.keep.evidence}::interval)
  order by id
  limit 500
), removed as (
  delete from batch b using walked w
  where b.id = w.id and w.state in ('SETTLED', 'RELEASED')
    and b.settled_at < :#${variable.now}::timestamptz - :#${properties:ledgerway.keep.evidence}::interval
    and not exists (select from posting p where p.batch = w.id)
  returning b.id
)
select (select count(*) from walked) as seen, (select count(*) from removed) as removed,
       (select id::text from walked order by id desc limit 1) as after
