-- Companies that have something to tell the source.
select c.id as company
from company c left join reference_publication p on p.company = c.id and p.source = :#${variable.source}
where p.republish_after is not null
   or exists (select from reference_change r where r.company = c.id and r.id > coalesce(p.published, 0) and r.told)
