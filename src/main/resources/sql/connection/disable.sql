-- The tenant stays known, so that connecting it again restores what was chosen for it.
update xero_connection
set state = 'DISABLED', state_reason = :reason, token_set = null, changed_at = :now
where company = :company and state <> 'DISABLED'
