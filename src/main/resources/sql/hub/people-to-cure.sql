-- The platform's active users without a clear contact. One whose contact is archived, or merged away, is inactive here, and counts all
-- the same.
select coalesce(r.name, r.email, r.id) as name, r.email, r.detail ->> 'match' as match
from organisation_record r
where r.company = :company and r.tenant_id = (select tenant_id from present_books where company = :company) and r.kind = 'user'
  and coalesce((r.detail ->> 'activeAtPlatform')::boolean, r.active) and coalesce(r.detail ->> 'match', 'NOT_FOUND') <> 'MATCHED'
order by coalesce(r.code, ''), lower(coalesce(r.name, '')), r.id
limit 100
