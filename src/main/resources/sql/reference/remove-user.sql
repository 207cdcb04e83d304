-- Forgets a user in the books of every organisation; one that the platform knows by us is told of as inactive.
with gone as (
  delete from organisation_record where company = :company and kind = 'user' and id = :id returning *
), known as (
  select * from gone order by imported_as is not null desc limit 1
), version as (
  update reference_version set version = version + 1 where company = :company and exists (select from gone) returning version
)
insert into reference_change (company, version, kind, record_id, change, keys, before, after, cause, at, told, asked_by)
select company, version.version, kind, id, 'DEACTIVATED', release_keys(kind, id, state, null), state,
       state || jsonb_build_object('active', false), :cause, cast(:at as timestamptz), imported_as is not null, :askedBy
from known cross join version
cross join lateral record_state(code, name, active, parent, email, imported_as, detail) as state
