-- Something about how a source is asked has changed: what stood in its way may have gone.
update company_source set problem = null, next_poll_at = null, changed_at = ledgerway_now()
where company = :company and source = :source
