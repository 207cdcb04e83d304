insert into xero_token_set (id, grant_type, client_id, client_secret, access_token, access_expires_at, refresh_token, scopes, kept_until, created_at)
values (:id, :grantType, :clientId, :clientSecret, :accessToken, :accessExpiresAt, :refreshToken, :scopes, :keptUntil, :now)
