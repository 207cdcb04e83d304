-- Held documents that wait for another one, which stands in Xero now, are checked again.
update posting p
set state = 'RECEIVED', changed_at = :#${variable.now}::timestamptz
where p.state = 'HELD' and waits_for_document(p.waits_for)
  and exists (select from unnest(p.waits_for) k
              cross join lateral (select substr(k, length('document:') + 1) as id) named
              join standing_document d
                on d.company = p.company and d.source = split_part(named.id, '/', 1)
                   and d.source_id = substr(named.id, length(split_part(named.id, '/', 1)) + 2)
              where k like 'document:%')
