insert into company (id, name) values ('acme', 'Acme');
insert into xero_token_set (id, grant_type, created_at) values ('019a0000-0000-7000-8000-000000000000', 'CLIENT_CREDENTIALS', now());
insert into xero_connection (company, state, tenant_id, token_set, changed_at)
values ('acme', 'ACTIVE', 'tenant', '019a0000-0000-7000-8000-000000000000', now());
insert into import_settings (company, stage, settings, tenant_id, named_tenant, changed_at)
values ('acme', 'ACTIVE', '{}', 'tenant', 'tenant', now());
insert into xero_tenant (tenant_id, minute_left, minute_anchor, day_left, day_anchor)
values ('tenant', 40, now(), 4000, now());
