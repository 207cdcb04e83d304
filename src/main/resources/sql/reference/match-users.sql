-- Users as they should stand, by the contacts with their e-mail: :users, as the platform has just told, or all that are known
-- when :users is null. Two active contacts with one e-mail are a conflict and never guessed at; where the only contact is
-- archived, or was merged into one with another e-mail, the user is inactive. Where the platform gave no name it is the
-- contact's.
with people as (
  select u.id, lower(u.email) as email, u.active, u."firstName" as first_name, u."lastName" as last_name
  from jsonb_to_recordset(cast(:users as jsonb)) as u(id text, email text, active boolean, "firstName" text, "lastName" text)
  union all
  select id, email, (detail ->> 'activeAtPlatform')::boolean,
         case when detail ->> 'nameFrom' is null then detail ->> 'firstName' end,
         case when detail ->> 'nameFrom' is null then detail ->> 'lastName' end
  from reference_record where company = :company and kind = 'user' and cast(:users as jsonb) is null
), matched as (
  select p.*, c.merged, case when c.live = 1 then 'MATCHED' when c.live > 1 then 'AMBIGUOUS'
                             when c.merged is not null then 'CONTACT_MERGED'
                             when c.all_of_them > 0 then 'CONTACT_INACTIVE' else 'NOT_FOUND' end as match,
         case when c.live = 1 or c.live = 0 and c.all_of_them = 1 then c.contact end as contact
  from people p
  cross join lateral (
    select count(*) filter (where active) as live, count(*) as all_of_them,
           (array_agg(id order by active desc, id))[1] as contact,
           max(id) filter (where detail ->> 'mergedTo' is not null) as merged
    from reference_record r where r.company = :company and r.kind = 'contact' and r.email = p.email) c
), named as (
  select m.id, m.email, m.active, m.match, m.contact, m.merged, gone.detail ->> 'mergedTo' as merged_to,
         case when of_contact then r.detail ->> 'firstName' else m.first_name end as first_name,
         case when of_contact then r.detail ->> 'lastName' else m.last_name end as last_name,
         case when of_contact then 'CONTACT' end as name_from
  from matched m
  left join reference_record r on r.company = :company and r.kind = 'contact' and r.id = m.contact
  left join reference_record gone on gone.company = :company and gone.kind = 'contact' and gone.id = m.merged
  cross join lateral (select coalesce(m.first_name, m.last_name) is null
                             and coalesce(r.detail ->> 'firstName', r.detail ->> 'lastName') is not null as of_contact) n
)
select coalesce(jsonb_agg(jsonb_build_object(
  'kind', 'user', 'id', id, 'name', nullif(concat_ws(' ', first_name, last_name), ''), 'email', email, 'parent', contact,
  'active', active and match not in ('CONTACT_INACTIVE', 'CONTACT_MERGED'),
  'detail', jsonb_strip_nulls(jsonb_build_object(
    'firstName', first_name, 'lastName', last_name, 'nameFrom', name_from, 'activeAtPlatform', active, 'match', match,
    'mergedContact', merged, 'mergedTo', merged_to)))), '[]')::text
from named
