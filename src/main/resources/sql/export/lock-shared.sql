-- Nobody changes when the company's documents go out until the transaction ends.
select pg_advisory_xact_lock_shared(export_schedule_key(:company))
