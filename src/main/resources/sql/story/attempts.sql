-- Every call that was made for the given batches.
select b.id as batch, b.idempotency_key, b.request_hash, b.size, b.state, b.note,
       c.method, c.resource, c.query, c.started_at, c.finished_at, c.status, c.correlation_id, c.error_code
from batch b
left join xero_call c on c.idempotency_key = b.idempotency_key
where b.id = any (:batches)
order by b.id, c.started_at
