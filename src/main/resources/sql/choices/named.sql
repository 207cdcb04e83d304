-- What people call some records of the company's present books.
select r.kind, r.id, r.code, r.name,
  case when r.kind = 'tracking-option' then
    (select c.name from reference_record c where c.company = r.company and c.kind = 'tracking-category' and c.id = r.parent) end as category
from reference_record r
where r.company = :company and r.id = any(:ids)
