-- The records of what was removed on request.
with walked as materialized (
  select id from erasure
  where id < first_id_of(:#${variable.now}::timestamptz - :#${properties:ledgerway.keep.evidence}::interval)
    and ended_at < :#${variable.now}::timestamptz - :#${properties:ledgerway.keep.evidence}::interval
  order by id
  limit 500
), removed as (
  delete from erasure e using walked w where e.id = w.id
)
select count(*) as seen, count(*) as removed, null as after from walked
