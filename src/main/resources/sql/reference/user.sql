select email, (detail ->> 'activeAtPlatform')::boolean as active,
       case when detail ->> 'nameFrom' is null then detail ->> 'firstName' end as first_name,
       case when detail ->> 'nameFrom' is null then detail ->> 'lastName' end as last_name
from reference_record where company = :company and kind = 'user' and id = :id
