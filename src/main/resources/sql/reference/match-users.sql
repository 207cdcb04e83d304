-- Users as they should stand, by the contacts with their e-mail: :users, as the platform has just told, or all that are known
-- when :users is null. Two active contacts with one e-mail are a conflict and never guessed at; where the only contact is
-- archived the user is inactive.
with people as (
  select u.id, lower(u.email) as email, u.active, u."firstName" as first_name, u."lastName" as last_name
  from jsonb_to_recordset(cast(:users as jsonb)) as u(id text, email text, active boolean, "firstName" text, "lastName" text)
  union all
  select id, email, (detail ->> 'activeAtPlatform')::boolean, detail ->> 'firstName', detail ->> 'lastName'
  from reference_record where company = :company and kind = 'user' and cast(:users as jsonb) is null
), matched as (
  select p.*, case when c.live = 1 then 'MATCHED' when c.live > 1 then 'AMBIGUOUS'
                   when c.all_of_them > 0 then 'CONTACT_INACTIVE' else 'NOT_FOUND' end as match,
         case when c.live = 1 or c.live = 0 and c.all_of_them = 1 then c.contact end as contact
  from people p
  cross join lateral (
    select count(*) filter (where active) as live, count(*) as all_of_them,
           (array_agg(id order by active desc, id))[1] as contact
    from reference_record r where r.company = :company and r.kind = 'contact' and r.email = p.email) c
)
select coalesce(jsonb_agg(jsonb_build_object(
  'kind', 'user', 'id', id, 'name', nullif(concat_ws(' ', first_name, last_name), ''), 'email', email, 'parent', contact,
  'active', active and match <> 'CONTACT_INACTIVE',
  'detail', jsonb_strip_nulls(jsonb_build_object(
    'firstName', first_name, 'lastName', last_name, 'activeAtPlatform', active, 'match', match)))), '[]')::text
from matched
