-- The next of a company's documents that stand in Xero and whose books may still be open.
select id, source_id
from posting
where company = :company and source = :source and state in ('POSTED', 'DIFFERENT') and id > :after
  and coalesce(document_date, current_date) >= current_date - :days
order by id
limit 100
