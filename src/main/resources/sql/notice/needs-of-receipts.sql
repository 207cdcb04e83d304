select need ->> 'code' as code, need ->> 'actor' as actor, need ->> 'action' as action, count(*) as receipts, min(r.changed_at) as since
from receipt r
cross join lateral jsonb_array_elements(r.problems::jsonb) need
where r.company = :company and r.state = 'FAILED' and r.problems is not null
group by 1, 2, 3 order by receipts desc, 1 limit 100
