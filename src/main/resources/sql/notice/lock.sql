-- Nobody else chooses the company's destinations until the transaction ends.
select pg_advisory_xact_lock(hashtextextended('notices/' || :company, 0))
