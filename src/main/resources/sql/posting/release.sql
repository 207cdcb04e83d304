-- Certainly not executed by Xero: these documents can go out again; in smaller batches where a size is given.
update posting
set state = 'READY', problems = null, claimed_by = null, max_batch = coalesce(:maxBatch::integer, max_batch), changed_at = :now
where batch = :batch and state in ('SENDING', 'UNCERTAIN')
