insert into xero_offer (token_set, tenant_id, tenant_name, connection_id, company, asked_by, offered_at)
values (:tokenSet, :tenant, :tenantName, :connectionId, :company, :askedBy, :now)
