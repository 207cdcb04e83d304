-- What finished documents said of people: the event, the words of the Xero document, whose and where, the reasons in their story and
-- the names of their receipts. What still has an outcome to be told, or a receipt to be sent, is left until it has not.
with due as materialized (
  select p.id from posting p
  where p.event is not null and p.state in ('POSTED', 'NOTHING_TO_POST', 'UNDONE')
    and p.changed_at < :#${variable.now}::timestamptz - :#${properties:ledgerway.keep.contents}::interval
    and not exists (select from posting_history h
                    where h.posting = p.id and h.told_at is null and not h.untellable and p.undoes is null
                      and h.state in ('POSTED', 'HELD', 'DIFFERENT', 'UNDONE')
                      and p.source = any (string_to_array(:#${variable.toldSources}, ','))
                    offset 0) -- looked up for each: sources that are told nothing have no end of them
    and not exists (select from receipt r where r.posting = p.id and receipt_to_come(r))
  order by p.changed_at
  limit 500
  for update of p skip locked
), story as (
  update posting_history h set problems = null from due where h.posting = due.id and h.problems is not null
), files as (
  update receipt r set file_name = null, url = null, problems = null, due_at = null,
  -- By its name one is known that may be in Xero.
  name = case when r.state <> 'ATTACHED' then r.name end
  from due where r.posting = due.id
), removed as (
  update posting p
  set event = null, document = without_words(p.document, p.marker), employee = null, merchant = null, problems = null, waits_for = '{}',
      contents_removed_at = :#${variable.now}::timestamptz, contents_removed_by = 'RETENTION',
      trace = left(p.trace, 55) -- without what its sender may have put behind
  from due where p.id = due.id
)
select count(*) as seen, count(*) as removed, null as after from due
