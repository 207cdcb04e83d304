-- Notices that were sent, or given up; those that were tries only, whatever became of them.
with walked as materialized (
  select id, state, occasion from notice_delivery
  where id > coalesce(:#${variable.after}::uuid, first_id_of('epoch'))
    and id < first_id_of(:#${variable.now}::timestamptz - :#${properties:ledgerway.keep.notices}::interval)
  order by id
  limit 500
), removed as (
  delete from notice_delivery d using walked w where d.id = w.id and (w.state <> 'WAITING' or w.occasion = 'TEST') returning d.id
)
select (select count(*) from walked) as seen, (select count(*) from removed) as removed,
       (select id::text from walked order by id desc limit 1) as after
