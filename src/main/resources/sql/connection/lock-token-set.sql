-- Held while a token is fetched: two that renew the same rotating token lose the connection. What refers to the row may
-- come and go meanwhile.
select id, grant_type, client_id, client_secret, access_token, access_expires_at, refresh_token,
       previous_refresh_token, previous_until, scopes
from xero_token_set
where id = :id
for no key update
