-- The platform's users and Xero's records with that e-mail: who is no longer active is forgotten, who is would come back with the
-- next news of them.
with named as materialized (
  select r.tenant_id, r.kind, r.id, r.kind = 'user' as is_user,
         case when r.kind = 'user' then coalesce((r.detail ->> 'activeAtPlatform')::boolean, r.active) else r.active end as active
  from organisation_record r
  where r.company = :company
    and strpos(lower(concat_ws(' ', r.email, r.name, r.code, r.parent, r.detail::text)), :email) > 0
), users as (
  delete from organisation_record r using named n
  where r.company = :company and r.tenant_id = n.tenant_id and r.kind = n.kind and r.id = n.id and n.is_user and not n.active
), contacts as (
  update organisation_record r set email = null, name = null, code = null, parent = null, detail = '{}'
  from named n
  where r.company = :company and r.tenant_id = n.tenant_id and r.kind = n.kind and r.id = n.id and not n.is_user and not n.active
), choices as materialized (
  select c.source || '/' || c.name || '/' || c.value as id from source_choice c
  where c.company = :company and (strpos(lower(c.value), :email) > 0 or strpos(lower(c.choice::text), :email) > 0)
)
select 0 as seen, null as after,
       jsonb_build_object(
         'records', (select count(*) from named where not active),
         'left',
         (select coalesce(jsonb_agg(jsonb_build_object('place', case when is_user then 'users' else 'contacts' end,
                    'id', replace(lower(id), :email, '…'), 'reason',
                    case when is_user then 'The platform says that the user is active: delete them, then erase again.'
                         else 'It stands in Xero: archive it there, and erase again after the next import.' end)), '[]')
          from named where active)
         || (select coalesce(jsonb_agg(jsonb_build_object('place', 'choices', 'id', replace(lower(id), :email, '…'), 'reason',
                    'Somebody chose it for this person: remove the choice, then erase again.')), '[]')
             from choices))::text as counts
