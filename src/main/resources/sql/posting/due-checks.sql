-- Companies with documents that nobody has looked at yet, and reference data to check them against.
select c.id as company
from company c
where exists (select from posting p where p.company = c.id and p.state = 'RECEIVED')
  and exists (select from reference_record r where r.company = c.id and r.kind = 'organisation')
order by c.id
