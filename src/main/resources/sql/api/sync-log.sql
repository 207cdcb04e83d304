-- One page of what changed in a company's reference data and settings, newest first.
select l.id, l.kind, l.record_id, coalesce(l.after ->> 'name', r.name) as name, coalesce(l.after ->> 'code', r.code) as code,
       l.change, case when l.kind in ('card', 'setting', 'table') then in_words(l.company, l.changed) else l.changed end::text as changed,
       l.cause, l.asked_by, l.at
from reference_log l
left join reference_record r on r.company = l.company and r.kind = l.kind and r.id = l.record_id
where l.company = :company
  and (:before::bigint is null or l.id < :before::bigint)
  and (:kind::text is null or l.kind = :kind::text)
  and (:record::text is null or l.record_id = :record::text)
order by l.id desc
limit :limit
