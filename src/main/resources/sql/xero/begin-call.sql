-- Of a write, the evidence is on the disk before the write is on the wire. A read leaves none that matters.
with haste as materialized (
  select case when :writes then null else set_config('synchronous_commit', 'off', true) end)
insert into xero_call (id, company, tenant_id, instance, method, resource, query, idempotency_key, request_hash,
                       elements, started_at)
select :id, :company, :tenant, :instance, :method, :resource, :query, :key, :hash, :elements, :now
from haste
