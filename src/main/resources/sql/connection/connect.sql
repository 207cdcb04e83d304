insert into xero_connection (company, state, tenant_id, tenant_name, connection_id, token_set, changed_at)
values (:company, 'ACTIVE', :tenant, :tenantName, :connectionId, :tokenSet, :now)
on conflict (company) do update
set state = 'ACTIVE', state_reason = null, tenant_id = excluded.tenant_id, tenant_name = excluded.tenant_name,
    connection_id = excluded.connection_id, token_set = excluded.token_set, changed_at = excluded.changed_at
