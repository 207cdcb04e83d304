-- Brings what was chosen in the organisation whose choice is in force (its draft first), else what was last chosen anywhere,
-- to the one that is connected now, as a draft that still names the other's records. Who was here before finds what was chosen then.
insert into import_settings (company, tenant_id, stage, settings, named_tenant, review, changed_at)
select s.company, b.tenant_id, 'DRAFT', s.settings, s.named_tenant, s.review, s.changed_at
from import_settings s
join present_books b on b.company = s.company
where s.company = :company
  and not exists (select from import_settings here where here.company = s.company and here.tenant_id = b.tenant_id)
order by exists (select from import_settings a
                 where a.company = s.company and a.tenant_id = s.tenant_id and a.stage = 'ACTIVE') desc,
         s.stage = 'DRAFT' desc, s.changed_at desc
limit 1
