-- What stands ready, by what it is; undoing goes by itself and is nobody's to send.
select source, kind, resource, currency, count(*) as documents, sum(total) as amount
from posting
where company = :company and state = 'READY' and resource not like 'Undo%'
group by source, kind, resource, currency
order by source, kind, currency
