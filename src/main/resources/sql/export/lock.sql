-- Nobody makes documents ready, or begins an export, by what is in force until the transaction ends.
select pg_advisory_xact_lock(export_schedule_key(:company))
