-- What was chosen before there was an organisation belongs to the first one.
update source_choice c set tenant_id = b.tenant_id
from present_books b
where b.company = c.company and c.company = :company and c.kind is not null and c.tenant_id = '' and b.tenant_id <> ''
