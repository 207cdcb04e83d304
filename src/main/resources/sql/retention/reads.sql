-- Calls that only read are looked back at for a day, and by people for a while. This walk never begins anew: what it passes by are
-- calls that wrote.
with walked as materialized (
  select id, idempotency_key from xero_call
  where id > coalesce(:#${variable.after}::uuid, first_id_of('epoch'))
    and id < first_id_of(:#${variable.now}::timestamptz - :#${properties:ledgerway.keep.reads}::interval)
    and started_at < :#${variable.now}::timestamptz - :#${properties:ledgerway.keep.reads}::interval
  order by id
  limit 500
), removed as (
  delete from xero_call c using walked w where c.id = w.id and w.idempotency_key is null returning c.id
)
select (select count(*) from walked) as seen, (select count(*) from removed) as removed,
       coalesce((select id::text from walked order by id desc limit 1), :#${variable.after}::text) as after, true as goes_on
