-- How far the present or last import has come, resource by resource.
select p.resource, p.pages, p.records, p.expected, p.changed
from import_progress p join import_run r on r.company = p.company and p.at >= r.started_at
where p.company = :company
order by p.at
