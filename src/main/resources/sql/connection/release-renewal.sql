update xero_token_set set renewing = null, renewing_until = null where id = :id and renewing = :claim
