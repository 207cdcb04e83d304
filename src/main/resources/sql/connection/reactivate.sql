update xero_connection
set state = 'ACTIVE', state_reason = null, changed_at = :now
where company = :company and state = 'EXPIRED'
