-- Requests to sources, when they no longer count for any limit.
with walked as materialized (
  select id from source_request
  where id < first_id_of(:#${variable.now}::timestamptz - :#${properties:ledgerway.keep.requests}::interval)
    and started_at < :#${variable.now}::timestamptz - :#${properties:ledgerway.keep.requests}::interval
  order by id
  limit 500
), removed as (
  delete from source_request r using walked w where r.id = w.id
)
select count(*) as seen, count(*) as removed, null as after from walked
