-- Whoever deletes the row has it: a state is good for one answer.
delete from xero_consent where state_hash = :stateHash
returning company, verifier, redirect_uri, created_at, expires_at, asked_by, browser_hash
