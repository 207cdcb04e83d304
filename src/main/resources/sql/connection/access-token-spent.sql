update xero_token_set set access_expires_at = :now
where id = :id and version = :version and access_expires_at > :now
