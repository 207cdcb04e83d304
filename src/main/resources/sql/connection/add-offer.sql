insert into xero_offer (token_set, tenant_id, tenant_name, connection_id, company, offered_at)
values (:tokenSet, :tenant, :tenantName, :connectionId, :company, :now)
