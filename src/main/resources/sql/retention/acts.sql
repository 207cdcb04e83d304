-- What people and programs did, as long as the evidence of what came of it.
with walked as materialized (
  select id from audit_entry
  where id > coalesce(:#${variable.after}::uuid, first_id_of('epoch'))
    and id < first_id_of(:#${variable.now}::timestamptz - :#${properties:ledgerway.keep.evidence}::interval)
  order by id
  limit 500
), removed as (
  delete from audit_entry a using walked w where a.id = w.id returning a.id
)
select (select count(*) from walked) as seen, (select count(*) from removed) as removed,
       (select id::text from walked order by id desc limit 1) as after
