-- The same of the document that its source knows by that id.
select id, company, source, source_id, version, kind, resource, document_date, currency, total, event, marker, xero_id, undoes, mistaken_by,
       state, document, max_batch, released, contents_removed_at, mapping_version
from posting
where company = :company and source = :source and source_id = :sourceId
