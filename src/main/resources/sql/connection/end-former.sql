-- The connection that the company had to another organisation is to be ended at Xero.
insert into xero_disconnection (connection_id, token_set, company, since)
select c.connection_id, c.token_set, c.company, :now
from xero_connection c
join xero_token_set s on s.id = c.token_set and s.grant_type = 'AUTHORIZATION_CODE'
where c.company = :company and c.tenant_id <> :tenant and c.connection_id is not null
on conflict (connection_id) do nothing
