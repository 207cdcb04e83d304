-- Nothing is asked of this source until somebody has acted.
update company_source set problem = :problem, next_poll_at = null where company = :company and source = :source
