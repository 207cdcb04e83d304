-- One page of a company's documents, newest first.
-- Which of its indexes it needs the database sees by what is given: what is not is no condition of its plan.
select p.id, p.source, p.source_id, p.version, p.kind, p.resource, p.document_date, p.currency, p.total, p.employee, p.merchant,
       p.state, p.problems, p.waits_for, p.marker, p.batch, p.xero_id, p.received_at, p.changed_at, p.export_run,
       case when p.event is null then p.contents_removed_at end as contents_removed_at,
       case when p.event is null then p.contents_removed_by end as contents_removed_by
from posting p
where p.company = :company
  and (:before::uuid is null or p.id < :before::uuid)
  and (:state::text is null or p.state = :state)
  and (:export::uuid is null or p.export_run = :export::uuid)
  and (:sourceId::text is null or p.source_id = :sourceId)
order by p.id desc
limit :limit
