-- Holds the documents that receipts were named for, so that none of them comes to stand in Xero unseen meanwhile. Of one whose
-- contents were removed none are kept.
select p.id, p.company, p.source, p.source_id, p.state in ('POSTED', 'DIFFERENT') and p.xero_id is not null as stands,
       p.xero_id is null as anew
from unnest(:companies, :sources, :source_ids) as a (company, source, source_id)
join posting p using (company, source, source_id)
where p.event is not null
order by p.id
for no key update of p
