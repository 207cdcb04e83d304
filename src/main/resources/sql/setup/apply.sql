-- Makes each record what the settings in force say it is to the platform, and writes down which that changes. Until now the
-- platform knew the records of the organisation whose settings were in force before: those that are not in this one become
-- inactive there, and those with the same id become what they are here.
with present as (
  select r.*, chosen.imported_as as chosen_as
  from reference_record r
  left join settings_in_force s on s.company = r.company
  cross join lateral imported_as(s.settings, r.kind, r.id, r.code, r.parent, r.detail) as chosen(imported_as)
  where r.company = :company
), former as (
  select r.* from organisation_record r join present_books b on b.company = r.company and b.tenant_id <> r.tenant_id
  where r.company = :company and r.imported_as is not null
), pairs as (
  select coalesce(p.kind, f.kind) as kind, coalesce(p.id, f.id) as id,
    case when f.id is not null then f.imported_as else p.imported_as end as was, p.chosen_as as becomes,
    case when f.id is not null then f.active else p.active end as was_active, p.active,
    case when f.id is not null then record_state(f.code, f.name, f.active, f.parent, f.email, f.imported_as, f.detail)
         else record_state(p.code, p.name, p.active, p.parent, p.email, p.imported_as, p.detail) end as before,
    case when p.id is not null then record_state(p.code, p.name, p.active, p.parent, p.email, p.chosen_as, p.detail)
         else record_state(f.code, f.name, f.active, f.parent, f.email, null, f.detail) end as after
  from present p full join former f on f.kind = p.kind and f.id = p.id
), differing as (
  select * from pairs where before <> after and (was is not null or becomes is not null)
), version as (
  update reference_version set version = version + 1
  where company = :company and exists (select from differing)
  returning version
), stored as (
  update organisation_record r set imported_as = p.chosen_as
  from present p
  where r.company = p.company and r.tenant_id = p.tenant_id and r.kind = p.kind and r.id = p.id
    and p.imported_as is distinct from p.chosen_as
), left_behind as (
  update organisation_record r set imported_as = null
  from former f where r.company = f.company and r.tenant_id = f.tenant_id and r.kind = f.kind and r.id = f.id
)
insert into reference_change (company, version, kind, record_id, change, keys, before, after, cause, at, asked_by)
select :company, version.version, kind, id,
  case when was is null then 'SELECTED' when becomes is null then 'DESELECTED'
       when was_active and not active then 'DEACTIVATED' when active and not was_active then 'REACTIVATED'
       else 'CHANGED' end,
  release_keys(kind, id, before, after), before, after, 'SETTING', cast(:at as timestamptz), :askedBy
from differing cross join version
