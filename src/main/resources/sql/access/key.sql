select id, prefix, company, role, used_at from api_key
where hash = :hash and revoked_at is null and (expires_at is null or expires_at > :now)
