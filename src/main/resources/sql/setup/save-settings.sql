insert into import_settings (company, stage, settings, tenant_id, review, changed_at)
values (:company, :stage, cast(:settings as jsonb), coalesce(:tenant::text, (select tenant_id from xero_connection where company = :company)),
        cast(:review as jsonb), :now)
on conflict (company, stage) do update set
  settings = excluded.settings, tenant_id = excluded.tenant_id, review = excluded.review, changed_at = excluded.changed_at
