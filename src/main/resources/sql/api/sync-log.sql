-- One page of what changed in a company's reference data and settings, newest first.
with page as materialized (
  select c.id from reference_change c
  where c.company = :company
    and c.id < coalesce(:before::bigint, 9223372036854775807)
    and (:kind::text is null or c.kind = :kind::text)
    and (:record::text is null or c.record_id = :record::text)
  order by c.id desc
  limit :limit
)
select l.id, l.kind, l.record_id, coalesce(l.after ->> 'name', r.name) as name, coalesce(l.after ->> 'code', r.code) as code,
       l.change, case when l.kind in ('card', 'setting', 'table') then in_words(l.company, l.changed) else l.changed end::text as changed,
       l.cause, l.asked_by, l.at
from page
join reference_log l on l.id = page.id
left join organisation_record r
  on r.company = :company and r.tenant_id = (select tenant_id from present_books where company = :company) and r.kind = l.kind and r.id = l.record_id
order by l.id desc
