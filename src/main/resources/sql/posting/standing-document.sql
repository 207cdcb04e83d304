-- A document that another one depends on, once it stands in Xero.
select kind, resource, xero_id, version
from standing_document
where company = :company and source = :source and source_id = :sourceId
