-- Letters; those that went in after all are kept for a shorter time. What was not told yet is kept until it is.
with walked as materialized (
  select id, entered_at, received_at, published_at is not null or untellable as told from dead_letter
  where id > coalesce(:#${variable.after}::uuid, first_id_of('epoch'))
    and id < first_id_of(:#${variable.now}::timestamptz - least(:#${properties:ledgerway.keep.letters}::interval,
                                                              :#${properties:ledgerway.keep.letters-entered}::interval))
  order by id
  limit 500
), removed as (
  delete from dead_letter d using walked w
  where d.id = w.id and w.told
    and case when w.entered_at is null
             then w.received_at < :#${variable.now}::timestamptz - :#${properties:ledgerway.keep.letters}::interval
             else w.entered_at < :#${variable.now}::timestamptz - :#${properties:ledgerway.keep.letters-entered}::interval end
  returning d.id
), untold as (
  delete from untellable u using removed r where u.kind = 'dead-letter' and u.item = r.id::text
)
select (select count(*) from walked) as seen, (select count(*) from removed) as removed,
       (select id::text from walked order by id desc limit 1) as after
