-- Losing this at a crash of the database loses no evidence that a call was made, so it does not wait for the disk.
with unhurried as materialized (select set_config('synchronous_commit', 'off', true))
update xero_call
set finished_at = :now, status = :status, correlation_id = :correlationId, error_code = :errorCode
from unhurried
where id = :id
