update api_key set revoked_at = :now where id = :id and company is not distinct from :company::text and revoked_at is null
