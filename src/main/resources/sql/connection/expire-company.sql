update xero_connection
set state = 'EXPIRED', state_reason = :reason, changed_at = :now
where company = :company and state = 'ACTIVE'
