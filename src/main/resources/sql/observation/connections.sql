-- One row per company.
select coalesce(x.state, 'NOT_CONNECTED') as state, count(*) as connections
from company c
left join xero_connection x on x.company = c.id
group by 1
union all
select unnest(array['NOT_CONNECTED', 'ACTIVE', 'EXPIRED', 'DISABLED']), 0
