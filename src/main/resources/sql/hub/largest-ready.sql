-- The largest of what stands ready, and what goes the other way.
select id, source, kind, coalesce(merchant, source_id) as name, currency, total as amount
from posting
where company = :company and state = 'READY' and resource not like 'Undo%' and total is not null
order by abs(total) desc, id limit 5
