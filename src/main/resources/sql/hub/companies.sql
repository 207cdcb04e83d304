-- Those in the switch: of an operator, who may look at all, the first hundred and the one that is looked at.
with named as (
  (select id, name from company where :all or id = any(:companies) order by name, id limit 100)
  union select id, name from company where id = :company::text
)
select n.id, n.name, x.tenant_name as organisation, cs.state
from named n
join company_state cs on cs.company = n.id
left join xero_connection x on x.company = n.id
order by n.name, n.id
