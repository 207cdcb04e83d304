insert into batch (id, company, resource, tenant_id, state, owner, idempotency_key, request_hash, size, intended_at, next_attempt_at)
values (:batch, :company, :resource, (select tenant_id from xero_connection where company = :company), 'SENDING', :instance,
        :key, :hash, :size, :now, :lease)
