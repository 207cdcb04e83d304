-- One page of a company's documents that have a receipt in that state, newest first.
select p.id, p.source, p.source_id, p.version, p.kind, p.resource, p.document_date, p.currency, p.total, p.employee, p.merchant,
       p.state, p.problems, p.waits_for, p.marker, p.batch, p.xero_id, p.received_at, p.changed_at, p.export_run,
       case when p.event is null then p.contents_removed_at end as contents_removed_at,
       case when p.event is null then p.contents_removed_by end as contents_removed_by
from (select distinct r.posting from receipt r
      where r.company = :company and r.state = :receipts and (:before::uuid is null or r.posting < :before::uuid)
      order by r.posting desc) files
join posting p on p.id = files.posting
where p.company = :company
  and (:state::text is null or p.state = :state)
  and (:export::uuid is null or p.export_run = :export::uuid)
  and (:kind::text is null or p.kind = :kind)
  and (:sourceId::text is null or p.source_id = :sourceId)
  and (:employee::text is null or lower(p.employee) = lower(:employee))
  and (:from::date is null or coalesce(p.document_date, 'infinity') >= :from::date and p.document_date is not null)
  and (:to::date is null or coalesce(p.document_date, 'infinity') <= :to::date)
order by files.posting desc
limit :limit
