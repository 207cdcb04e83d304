-- What changed in reference data, once it is told to every source and held documents were looked at for it. The last change of a
-- record stays with it: who is told everything again is told by it. Of a person who was removed it goes, too.
with next as materialized (
  select id, company, version, kind, record_id, change, told, at from reference_change
  where id > coalesce(:#${variable.after}::bigint, 0)
  order by id
  limit 500
), walked as materialized (
  select * from next where at < :#${variable.now}::timestamptz - :#${properties:ledgerway.keep.changes}::interval
), removed as (
  delete from reference_change c using walked w
  where c.id = w.id
    and not exists (select from books_moved b where b.company = w.company and b.version <= w.version)
    and (not w.told or w.id <= (select min(p.published) from reference_publication p where p.company = w.company))
    and (exists (select from reference_change later
                 where later.company = w.company and later.kind = w.kind and later.record_id = w.record_id and later.id > w.id
                   and (later.told or not w.told))
         or w.kind = 'user' and w.change = 'DEACTIVATED'
            and not exists (select from organisation_record r where r.company = w.company and r.kind = 'user' and r.id = w.record_id))
  returning c.id
)
select (select count(*) from walked) as seen, (select count(*) from removed) as removed,
       (select id::text from walked order by id desc limit 1) as after
