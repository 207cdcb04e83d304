-- What the given documents are called.
select id, kind, merchant, document_date, employee, currency, total
from posting
where company = :company and id = any (:postings)
order by id
