-- Puts into an export some of what is not in one yet and has not gone out: what is held goes out with it when it is mended.
with wanted as materialized (
  select id from posting p
  where p.company = :company and p.source = any (:sources) and p.undoes is null and p.export_run is null
    and p.state in ('RECEIVED', 'HELD', 'READY')
    and (:ids::uuid[] is null or p.id = any (:ids::uuid[]))
    and (:state::text is null or p.state = :state)
    and (:kind::text is null or p.kind = :kind)
    and (:sourceId::text is null or p.source_id = :sourceId)
    and (:employee::text is null or lower(p.employee) = lower(:employee))
    and (:from::date is null or p.document_date >= :from::date)
    and (:to::date is null or p.document_date <= :to::date)
  order by p.id
  limit 20000
  for update
)
update posting p set export_run = :run, released = true
from wanted w
where p.id = w.id
