update xero_token_set
set client_secret = :clientSecret, access_token = :accessToken, access_expires_at = :accessExpiresAt,
    refresh_token = :refreshToken, previous_refresh_token = :previousRefreshToken, previous_until = :previousUntil,
    scopes = :scopes, version = version + 1, renewing = null, renewing_until = null, renewal_began_at = null
where id = :id and renewing = :claim
