-- Companies with documents that nobody has looked at yet: those that are set up, when there is reference data to check them
-- against, and those that are not, whose documents are held for that.
select s.company
from company_state s
where exists (select from posting p where p.company = s.company and p.state = 'RECEIVED')
  and (not s.is_set_up or exists (select from reference_record r where r.company = s.company and r.kind = 'organisation'))
order by s.company
