-- The next of a company's documents that stand in Xero and whose books may still be open, by their dates. What has none is the last.
select id, source_id
from posting p
where company = :company and source = :source and state in ('POSTED', 'DIFFERENT')
  and coalesce(document_date, 'infinity') >= current_date - :days
  and (coalesce(document_date, 'infinity'), id) >
      (coalesce((select coalesce(b.document_date, 'infinity') from posting b where b.id = :after), '-infinity'), :after)
order by coalesce(document_date, 'infinity'), id
limit 100
