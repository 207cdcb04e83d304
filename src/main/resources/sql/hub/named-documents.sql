-- What the given documents are called, and what they wait for.
select id, kind, merchant, document_date, employee, currency, total, waits_for
from posting
where company = :company and id = any (:postings)
order by id
