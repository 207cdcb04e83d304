-- The record that somebody means who gives its id, its code or its name; and whether the organisation's records are known at all.
select r.id, r.active, r.detail ->> 'type' as type, coalesce(r.code || ' ', '') || r.name as named
from reference_record r
where r.company = :company and r.kind = :kind and (r.id = :given or r.code = :given or lower(r.name) = lower(:given))
order by r.id = :given desc, r.active desc, r.code is not distinct from :given desc
limit 1
