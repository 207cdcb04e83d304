-- A company's next records that the platform knows of, as they stand, for who asked for all again: those of the organisation whose
-- settings are in force, and what is left of former ones. Those with a change that is still to be told are left out: it will be
-- told, and to tell its end before its beginning would break the order.
with known as (
  select distinct on (r.kind, r.id) r.*
  from organisation_record r
  left join import_settings s on s.company = r.company and s.stage = 'ACTIVE'
  where r.company = :#${variable.company} and (r.kind || '/' || r.id) collate "C" > :#${variable.after} collate "C"
  order by r.kind, r.id, r.tenant_id is not distinct from s.tenant_id desc
)
select r.company || '/' || r.kind || '/' || r.id as item, account_of_company(r.company, p.source) || '/' || r.kind || '/' || r.id as key, r.company,
       r.id as subject, r.kind || '/' || r.id as record_key,
       jsonb_strip_nulls(jsonb_build_object(
         'company', account_of_company(r.company, p.source), 'kind', r.kind, 'id', r.id, 'code', r.code, 'name', r.name, 'active', r.active,
         'parent', r.parent, 'email', r.email, 'importedAs', r.imported_as, 'detail', r.detail, 'sequence', last.id, 'change', 'REPUBLISHED',
         'changed', '[]'::jsonb, 'at', to_char(last.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))::text as record
from known r
join reference_publication p on p.company = r.company and p.source = :#${variable.source} and exists (select from work_lease w where w.token = :#${variable.lease.token}::uuid)
cross join lateral (
  select c.id, c.at from reference_change c
  where c.company = r.company and c.kind = r.kind and c.record_id = r.id and c.told
  order by c.id desc limit 1) last
where last.id <= p.published
order by (r.kind || '/' || r.id) collate "C"
limit 500
