-- Takes in records as Xero has them now: :records, and the pages kept of the resource. Writes only what differs, and a row
-- in reference_change for each.
-- :complete says that these are all there are of :kinds: active records that are not among them are gone.
with given as (
  select cast(:records as jsonb) as records
  union all
  select records from import_page where company = :company and resource = :resource
), latest as (
  -- A record that is on two pages moved between them: the later state counts.
  select distinct on (kind, id) r.*
  from given cross join lateral jsonb_to_recordset(records) as r(
    kind text, id text, code text, name text, active boolean, parent text, email text, detail jsonb, updated timestamptz)
  order by kind, id, updated desc nulls last
), incoming as (
  select l.kind, l.id, l.code, l.name, l.active, l.parent, l.email, coalesce(l.detail, '{}') as detail, l.updated,
    imported_as(s.settings, l.kind, l.id, l.code, l.parent, coalesce(l.detail, '{}')) as imported_as
  from latest l left join settings_in_force s on s.company = :company
), known as (
  select * from reference_record where company = :company and kind = any(cast(:kinds as text[]))
), differing as (
  select i.*, k.id is null as added, k.active as was_active, k.imported_as as was_imported_as, k.email as old_email,
    case when k.id is not null
         then record_state(k.code, k.name, k.active, k.parent, k.email, k.imported_as, k.detail) end as before
  from incoming i left join known k on k.kind = i.kind and k.id = i.id
  where k.id is null
     or (k.code, k.name, k.active, k.parent, k.email, k.imported_as, k.detail)
        is distinct from (i.code, i.name, i.active, i.parent, i.email, i.imported_as, i.detail)
), gone as (
  select k.* from known k
  where :complete and k.active and not exists (select from incoming i where i.kind = k.kind and i.id = k.id)
), version as (
  update reference_version set version = version + 1
  where company = :company and (exists (select from differing) or exists (select from gone))
  returning version
), asker as (
  select coalesce(:askedBy, case when :cause = 'IMPORT' then (select started_for from import_run where company = :company) end) as who
), stored as (
  insert into organisation_record (company, tenant_id, kind, id, code, name, active, parent, email, imported_as, detail, updated_date_utc)
  select b.company, b.tenant_id, kind, id, code, name, active, parent, email, imported_as, detail, updated
  from differing join present_books b on b.company = :company
  on conflict (company, tenant_id, kind, id) do update set
    code = excluded.code, name = excluded.name, active = excluded.active, parent = excluded.parent, email = excluded.email,
    imported_as = excluded.imported_as, detail = excluded.detail, updated_date_utc = excluded.updated_date_utc
), deactivated as (
  update organisation_record r set active = false
  from gone g where r.company = g.company and r.tenant_id = g.tenant_id and r.kind = g.kind and r.id = g.id
)
insert into reference_change (company, version, kind, record_id, change, keys, before, after, cause, at, told, asked_by)
select :company, version.version, kind, id,
  case when added then 'ADDED'
       when was_active and not active then 'DEACTIVATED'
       when active and not was_active then 'REACTIVATED'
       when imported_as is not null and was_imported_as is null then 'SELECTED'
       when imported_as is null and was_imported_as is not null then 'DESELECTED'
       else 'CHANGED' end,
  release_keys(kind, id, before, after), before, after,
  :cause, cast(:at as timestamptz), imported_as is not null or was_imported_as is not null, asker.who
from differing cross join version cross join asker
cross join lateral record_state(code, name, active, parent, email, imported_as, detail) as after
union all
select :company, version.version, kind, id, 'DEACTIVATED', release_keys(kind, id, state, null), state,
  state || jsonb_build_object('active', false), :cause, cast(:at as timestamptz), imported_as is not null, asker.who
from gone cross join version cross join asker
cross join lateral record_state(code, name, active, parent, email, imported_as, detail) as state
