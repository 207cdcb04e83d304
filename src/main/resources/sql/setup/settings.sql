select stage, settings::text as settings, tenant_id, review::text as review from import_settings
where company = :company and stage = :stage
