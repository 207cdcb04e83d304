select id, prefix, name, company, role, created_at, created_by, expires_at, used_at, revoked_at
from api_key where company is not distinct from :company::text order by id desc
