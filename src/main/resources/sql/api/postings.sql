-- One page of a company's documents, newest first.
select p.id, p.source, p.source_id, p.version, p.kind, p.resource, p.document_date, p.currency, p.total, p.employee, p.merchant,
       p.state, p.problems, p.waits_for, p.marker, p.batch, p.xero_id, p.received_at, p.changed_at, p.export_run,
       case when p.event is null then p.contents_removed_at end as contents_removed_at,
       case when p.event is null then p.contents_removed_by end as contents_removed_by
from posting p
where p.company = :company
  and (:before::uuid is null or p.id < :before::uuid)
  and (:state::text is null or p.state = :state)
  and (:export::uuid is null or p.export_run = :export::uuid)
  and (:kind::text is null or p.kind = :kind)
  and (:sourceId::text is null or p.source_id = :sourceId)
  and (:employee::text is null or lower(p.employee) = lower(:employee))
  and (:from::date is null or p.document_date >= :from::date)
  and (:to::date is null or p.document_date <= :to::date)
  and (:receipts::text is null or exists (select from receipt r where r.posting = p.id and r.state = :receipts))
order by p.id desc
limit :limit
