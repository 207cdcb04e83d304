insert into batch (id, company, resource, tenant_id, state, owner, idempotency_key, request_hash, size, intended_at, next_attempt_at, trace)
values (:batch, :company, :resource, :tenant, 'SENDING', :instance,
        :key, :hash, :size, :now, :lease, :trace)
