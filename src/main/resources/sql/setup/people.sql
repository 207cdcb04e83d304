select count(*) filter (where active) as active,
       count(*) filter (where active and detail ->> 'match' = 'MATCHED') as matched,
       count(*) filter (where active and detail ->> 'match' = 'NOT_FOUND') as not_found,
       count(*) filter (where active and detail ->> 'match' = 'AMBIGUOUS') as ambiguous
from reference_record where company = :company and kind = 'user'
