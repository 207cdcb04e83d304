-- Choices that do not bind: their record is not an active one of the books that are connected now, or was chosen in a former
-- organisation and has no counterpart here. Nothing is said before those books have been read.
with latest as (
  select distinct on (c.source, c.name, c.value) c.*, b.tenant_id as present
  from source_choice c join present_books b on b.company = c.company
  where c.company = :company and c.kind is not null
  order by c.source, c.name, c.value, c.tenant_id = b.tenant_id desc, c.chosen_at desc
)
select l.source, l.name, l.value, l.choice #>> '{}' as id,
       coalesce(r.name, (select f.name from organisation_record f
                         where f.company = :company and f.kind = l.kind and f.id = l.choice #>> '{}' limit 1)) as record_name
from latest l
left join reference_record r on r.company = :company and r.kind = l.kind and r.id = l.choice #>> '{}'
where coalesce(not r.active, true)
  and exists (select from reference_record o where o.company = :company and o.kind = 'organisation' and o.active)
order by l.source, l.name, l.value
