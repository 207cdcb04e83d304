update xero_connection
set state = 'EXPIRED', state_reason = :reason, changed_at = :now
where token_set = :tokenSet and state = 'ACTIVE'
