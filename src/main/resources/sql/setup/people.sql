-- The platform's active users. One whose contact is archived, or merged away, is inactive here, and counts all the same.
select count(*) as active,
       count(*) filter (where match = 'MATCHED') as matched,
       count(*) filter (where match = 'NOT_FOUND') as not_found,
       count(*) filter (where match = 'AMBIGUOUS') as ambiguous,
       count(*) filter (where match in ('CONTACT_INACTIVE', 'CONTACT_MERGED')) as contact_inactive
from (select detail ->> 'match' as match from reference_record
      where company = :company and kind = 'user' and coalesce((detail ->> 'activeAtPlatform')::boolean, active)) users
