-- Takes a batch over, unless another did so just before: attempts count who had it.
update batch b
set owner = :#${variable.instance}::uuid, attempts = b.attempts + 1, next_attempt_at = :#${variable.now}::timestamptz + interval '3 minutes'
where b.id = :#${body[batch]} and b.attempts = :#${body[attempts]} and b.state in ('SENDING', 'UNCERTAIN')
returning b.id as batch, b.company, b.tenant_id, b.resource, b.idempotency_key, b.request_hash, b.intended_at, b.next_step, b.attempts, b.absent_from, b.failed_looks, b.trace
