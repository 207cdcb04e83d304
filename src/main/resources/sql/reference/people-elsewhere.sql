-- The platform's users as they stand in the books of another organisation; a name that was the contact's there stays there.
select coalesce(jsonb_agg(jsonb_build_object(
  'id', id, 'email', email, 'active', (detail ->> 'activeAtPlatform')::boolean,
  'firstName', case when detail ->> 'nameFrom' is null then detail ->> 'firstName' end,
  'lastName', case when detail ->> 'nameFrom' is null then detail ->> 'lastName' end)), '[]')::text
from organisation_record where company = :company and tenant_id = :tenant and kind = 'user'
