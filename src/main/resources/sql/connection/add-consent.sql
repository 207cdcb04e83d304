with old as (delete from xero_consent where expires_at < :now)
insert into xero_consent (state_hash, company, verifier, redirect_uri, created_at, expires_at, asked_by, browser_hash)
values (:stateHash, :company, :verifier, :redirectUri, :now, :expiresAt, :askedBy, :browserHash)
