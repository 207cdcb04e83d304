-- A company's documents of some sources, the latest first, as they would be taken up to be checked, some at a time.
select id, company, source, source_id, version, kind, resource, document_date, currency, total, event, marker, xero_id, undoes, mistaken_by, state
from posting
where company = :company and source = any(:sources) and undoes is null and event is not null and id < :before
order by id desc
limit :limit
