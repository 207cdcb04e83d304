-- Finished documents of which nothing is evidence any more, with their story, receipts, confirmations and what undid them. One whose
-- day is not past for as long, or that has none, stays: what comes twice of it would be taken for new (Arrivals).
with walked as materialized (
  select p.id, p.undoes, p.state, p.changed_at, p.document_date
  from posting p
  where p.id > coalesce(:#${variable.after}::uuid, first_id_of('epoch'))
    and p.id < first_id_of(:#${variable.now}::timestamptz - :#${properties:ledgerway.keep.evidence}::interval)
  order by p.id
  limit 500
), due as materialized (
  select w.id from walked w
  where w.undoes is null and w.state in ('POSTED', 'NOTHING_TO_POST', 'UNDONE')
    and w.changed_at < :#${variable.now}::timestamptz - :#${properties:ledgerway.keep.evidence}::interval
    and w.document_date < ((:#${variable.now}::timestamptz - :#${properties:ledgerway.keep.evidence}::interval) at time zone 'UTC')::date
    and not exists (select from posting u
                    where u.undoes = w.id
                      and (u.state <> 'POSTED'
                           or u.changed_at >= :#${variable.now}::timestamptz - :#${properties:ledgerway.keep.evidence}::interval))
    and not exists (select from posting_history h
                    where h.posting = w.id and h.told_at is null and not h.untellable
                      and h.state in ('POSTED', 'HELD', 'DIFFERENT', 'UNDONE')
                      and exists (select from posting p where p.id = w.id
                                  and p.source = any (string_to_array(:#${variable.toldSources}, ',')))
                    offset 0) -- looked up for each: sources that are told nothing have no end of them
), all_of_them as materialized (
  select id from due union select u.id from posting u join due on u.undoes = due.id
), story as (
  delete from posting_history h using all_of_them d where h.posting = d.id returning h.id
), untold as (
  delete from untellable u using story s where u.kind = 'outcome' and u.item = s.id::text
), removed as (
  delete from posting p using all_of_them d where p.id = d.id
)
select (select count(*) from walked) as seen, (select count(*) from all_of_them) as removed,
       (select id::text from walked order by id desc limit 1) as after
