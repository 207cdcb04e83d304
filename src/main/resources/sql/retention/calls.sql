-- Calls that wrote to Xero: what each document's evidence of being sent is.
with walked as materialized (
  select id from xero_call
  where id < first_id_of(:#${variable.now}::timestamptz - :#${properties:ledgerway.keep.evidence}::interval)
    and started_at < :#${variable.now}::timestamptz - :#${properties:ledgerway.keep.evidence}::interval
  order by id
  limit 500
), removed as (
  delete from xero_call c using walked w where c.id = w.id
)
select count(*) as seen, count(*) as removed, null as after from walked
