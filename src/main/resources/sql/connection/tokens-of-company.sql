select c.state, c.state_reason, c.tenant_id, c.day_limit,
       s.id, s.grant_type, s.client_id, s.client_secret, s.access_token, s.access_expires_at, s.refresh_token,
       s.previous_refresh_token, s.previous_until, s.scopes, s.version
from xero_connection c
left join xero_token_set s on s.id = c.token_set
where c.company = :company
