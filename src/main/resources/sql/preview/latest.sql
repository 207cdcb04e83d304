-- The same of all companies.
select id, company, source, source_id, version, kind, resource, document_date, currency, total, event, marker, xero_id, undoes, mistaken_by, state
from posting
where source = any(:sources) and undoes is null and event is not null and id < :before
order by id desc
limit :limit
