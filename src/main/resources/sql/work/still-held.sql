-- Held until the end of the transaction: who takes the work over waits that long.
select true from work_lease where token = :token for key share
