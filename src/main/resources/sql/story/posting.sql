select p.id, p.source, p.source_id, p.version, p.kind, p.resource, p.document_date, p.currency, p.total, p.employee, p.merchant,
       p.state, p.problems, p.waits_for, p.marker, p.batch, p.xero_id, p.received_at, p.changed_at, p.export_run,
       case when p.event is null then p.contents_removed_at end as contents_removed_at,
       case when p.event is null then p.contents_removed_by end as contents_removed_by, p.event, p.document, c.state as confirmation, c.note as confirmation_note,
       c.at as confirmation_at, p.trace
from posting p
left join confirmation c on c.posting = p.id
where p.company = :company and p.id = :id
