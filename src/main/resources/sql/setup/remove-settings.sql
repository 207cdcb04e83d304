delete from import_settings s using present_books b
where s.company = :company and s.stage = :stage and b.company = s.company and b.tenant_id = s.tenant_id
