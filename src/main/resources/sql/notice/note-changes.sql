-- Destinations that are told at once look a while after the first news, so that all that one cause brings about is one notice.
with news as (
  delete from notice_change
  where id in (select id from notice_change order by id limit 5000 for update skip locked)
  returning company
)
update notice_destination d
set changes = d.changes + 1,
    next_look_at = least(d.next_look_at, :#${variable.now}::timestamptz + :#${properties:ledgerway.notices.gather:60s}::interval)
where d.company in (select company from news) and d.enabled and d.occasion = 'AT_ONCE'
