-- A source that sends by itself is not read.
update company_source set next_poll_at = 'infinity' where company = :company and source = :source and next_poll_at is null
