insert into import_settings (company, tenant_id, stage, settings, named_tenant, review, changed_at)
select b.company, b.tenant_id, :stage, cast(:settings as jsonb), coalesce(:named::text, b.tenant_id), cast(:review as jsonb), :now
from present_books b where b.company = :company
on conflict (company, tenant_id, stage) do update set
  settings = excluded.settings, named_tenant = excluded.named_tenant, review = excluded.review, changed_at = excluded.changed_at
