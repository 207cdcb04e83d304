-- What was in force in another organisation is a draft there, for whoever comes back.
with ended as (
  delete from import_settings s using present_books b
  where s.company = :company and s.stage = 'ACTIVE' and b.company = s.company and b.tenant_id <> s.tenant_id
  returning s.*
)
insert into import_settings (company, tenant_id, stage, settings, named_tenant, review, changed_at)
select company, tenant_id, 'DRAFT', settings, named_tenant, review, changed_at from ended
on conflict (company, tenant_id, stage) do nothing
