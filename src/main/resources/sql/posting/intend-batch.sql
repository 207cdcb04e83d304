insert into batch (id, company, resource, state, owner, idempotency_key, request_hash, size, intended_at, next_attempt_at)
values (:batch, :company, :resource, 'SENDING', :instance, :key, :hash, :size, :now, :lease)
