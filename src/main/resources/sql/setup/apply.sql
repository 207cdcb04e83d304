-- Makes each record what the settings in force say it is to the platform, and writes down which that changes.
with differing as (
  select r.*, chosen.imported_as as chosen_as
  from reference_record r
  left join import_settings s on s.company = r.company and s.stage = 'ACTIVE'
  cross join lateral imported_as(s.settings, r.kind, r.id, r.code, r.parent, r.detail) as chosen(imported_as)
  where r.company = :company and r.imported_as is distinct from chosen.imported_as
), version as (
  update reference_version set version = version + 1
  where company = :company and exists (select from differing)
  returning version
), stored as (
  update reference_record r set imported_as = d.chosen_as
  from differing d where r.company = d.company and r.kind = d.kind and r.id = d.id
)
insert into reference_change (company, version, kind, record_id, change, keys, before, after, cause, at)
select :company, version.version, kind, id,
  case when imported_as is null then 'SELECTED' when chosen_as is null then 'DESELECTED' else 'CHANGED' end,
  release_keys(kind, id, email, null),
  record_state(code, name, active, parent, email, imported_as, detail),
  record_state(code, name, active, parent, email, chosen_as, detail),
  'SETTING', cast(:at as timestamptz)
from differing cross join version
