-- What Xero holds of each company, what changed in it, and how far that was told.
insert into organisation_record (company, tenant_id, kind, id, code, name, active, parent, email, detail, imported_as)
select b.company, b.tenant_id, r.kind, r.kind || '-' || n,
       case when r.kind = 'account' then (400 + n)::text end, initcap(r.kind) || ' ' || n, n % 20 <> 19,
       case r.kind when 'tracking-option' then 'tracking-category-' || (1 + n % 2) when 'user' then 'contact-' || n end,
       case when r.kind in ('contact', 'user') then 'person-' || n || '@' || b.company || '.example' end,
       case r.kind
         when 'account' then jsonb_build_object('type', case when n <= 8 then 'BANK' else 'EXPENSE' end, 'class', 'EXPENSE', 'taxType', 'INPUT')
         when 'tax-rate' then '{"effectiveRate": "15.0", "classes": ["EXPENSE"]}'
         when 'organisation' then '{"baseCurrency": "NZD", "countryCode": "NZ", "shortCode": "!abc"}'
         when 'user' then jsonb_build_object('activeAtPlatform', true, 'match', case when n % 10 = 0 then 'NOT_FOUND' else 'MATCHED' end)
         else '{}' end::jsonb,
       case when r.kind in ('organisation', 'currency', 'contact', 'user') then upper(r.kind) when r.kind = 'account' and n > 8 then 'CATEGORY'
            when r.kind like 'tracking%' then 'COST_OBJECT' when r.kind = 'tax-rate' then 'TAX_RATE' end
from present_books b
cross join (values ('organisation', 1), ('currency', 3), ('tax-rate', 10), ('account', 120), ('tracking-category', 2), ('tracking-option', 40),
                   ('contact', 200), ('user', 30)) as r (kind, most)
cross join lateral generate_series(1, case when r.kind = 'contact' and b.company like '%01' then 10000 else r.most end) n
where b.tenant_id <> '';

insert into reference_version (company, version) select id, 200 from company;


insert into reference_change (company, version, kind, record_id, change, keys, before, after, cause, at, told)
select 'company-' || lpad(c::text, 4, '0'), v, 'contact', 'contact-' || (1 + (v * 10 + i) % 200), 'CHANGED',
       array['contact-id:contact-' || (1 + (v * 10 + i) % 200), 'contact:person-' || (1 + (v * 10 + i) % 200) || '@company-' || lpad(c::text, 4, '0') || '.example'],
       jsonb_build_object('name', 'Contact', 'active', true, 'detail', '{}'::jsonb),
       jsonb_build_object('name', 'Contact ' || v, 'active', true, 'detail', '{}'::jsonb), 'IMPORT',
       case when v = 200 and c % 50 = 1 then :now - interval '1 minute' else :now - interval '1 year' + interval '43 hours' * v end, true
from generate_series(1, 200) v, generate_series(1, :companies) c, generate_series(1, 5) i;

insert into reference_teller values ('perk');
insert into reference_publication (company, source, published, last_change)
select company, 'perk', max(id), max(id) from reference_change group by company;
-- A few are behind.
update reference_publication set published = published - 20 where company like '%77';
