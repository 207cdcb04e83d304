-- Records that can be chosen, and those that are: the organisation is asked for by itself, so that its records are read in their order.
select r.id, concat_ws(' · ', r.code, r.name) || case when r.active then '' else ' (archived)' end as words
from organisation_record r
where r.company = :company and r.tenant_id = (select tenant_id from present_books where company = :company) and r.kind = :kind
  and (r.active and (cardinality(:types::text[]) = 0 or r.detail ->> 'type' = any(:types)) or r.id = any(:chosen))
order by coalesce(r.code, ''), lower(coalesce(r.name, '')), r.id
limit 1000
