insert into xero_call (id, company, tenant_id, instance, method, resource, query, idempotency_key, request_hash,
                       elements, started_at)
values (:id, :company, :tenant, :instance, :method, :resource, :query, :key, :hash, :elements, :now)
