-- Exports that are over, once no document is left that went out with them.
with walked as materialized (
  select id, ended_at from export_run
  where id > coalesce(:#${variable.after}::uuid, first_id_of('epoch'))
    and id < first_id_of(:#${variable.now}::timestamptz - :#${properties:ledgerway.keep.evidence}::interval)
  order by id
  limit 500
), removed as (
  delete from export_run r using walked w
  where r.id = w.id and w.ended_at < :#${variable.now}::timestamptz - :#${properties:ledgerway.keep.evidence}::interval
    and not exists (select from posting p where p.export_run = w.id)
  returning r.id
)
select (select count(*) from walked) as seen, (select count(*) from removed) as removed,
       (select id::text from walked order by id desc limit 1) as after
