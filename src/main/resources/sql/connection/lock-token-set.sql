-- Held while a token is fetched: two that renew the same rotating token lose the connection.
select id, grant_type, client_id, client_secret, access_token, access_expires_at, refresh_token
from xero_token_set
where id = :id
for update
