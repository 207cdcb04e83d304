-- Whose documents somebody asked to export. This walk never begins anew: what it passes by says nothing more.
with walked as materialized (
  select id from export_run
  where id > coalesce(:#${variable.after}::uuid, first_id_of('epoch'))
    and id < first_id_of(:#${variable.now}::timestamptz - :#${properties:ledgerway.keep.contents}::interval)
    and begun_at < :#${variable.now}::timestamptz - :#${properties:ledgerway.keep.contents}::interval
  order by id
  limit 500
), removed as (
  update export_run r set filter = null from walked w where r.id = w.id and r.filter is not null returning r.id
)
select (select count(*) from walked) as seen, (select count(*) from removed) as removed,
       coalesce((select id::text from walked order by id desc limit 1), :#${variable.after}::text) as after, true as goes_on
