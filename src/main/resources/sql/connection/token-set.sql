select id, grant_type, client_id, client_secret, access_token, access_expires_at, refresh_token,
       previous_refresh_token, previous_until, scopes, version
from xero_token_set
where id = :id
