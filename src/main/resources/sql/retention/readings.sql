-- Readings of sources that have ended; the last one that went through stays, as it says that there was one.
with walked as materialized (
  select id, company, source, kind, outcome from poll
  where id > coalesce(:#${variable.after}::uuid, first_id_of('epoch'))
    and id < first_id_of(:#${variable.now}::timestamptz - :#${properties:ledgerway.keep.readings}::interval)
    and ended_at < :#${variable.now}::timestamptz - :#${properties:ledgerway.keep.readings}::interval
  order by id
  limit 500
), removed as (
  delete from poll p using walked w
  where p.id = w.id
    and (w.outcome <> 'DONE'
         or exists (select from poll later
                    where later.company = w.company and later.source = w.source and later.id > w.id and later.kind = w.kind
                      and later.outcome = 'DONE'))
  returning p.id
)
select (select count(*) from walked) as seen, (select count(*) from removed) as removed,
       (select id::text from walked order by id desc limit 1) as after
