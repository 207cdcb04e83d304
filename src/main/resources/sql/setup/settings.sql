select s.stage, s.settings::text as settings, s.named_tenant, s.review::text as review
from import_settings s join present_books b on b.company = s.company and b.tenant_id = s.tenant_id
where s.company = :company and s.stage = :stage
