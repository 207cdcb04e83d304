insert into import_settings (company, stage, settings, tenant_id, changed_at)
select company, 'DRAFT', settings, tenant_id, changed_at from import_settings where company = :company and stage = 'ACTIVE'
on conflict (company, stage) do nothing
