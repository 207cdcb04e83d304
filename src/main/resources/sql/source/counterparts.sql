-- Records that were chosen in a former organisation, with the one that has the same code, else the same name, in the present
-- one: where nothing has been chosen in this one yet. A bank account answers to bank accounts only.
with chosen as (
  select distinct on (c.source, c.name, c.value) c.source, c.name, c.value, c.tenant_id, c.kind, c.choice #>> '{}' as id
  from source_choice c join present_books b on b.company = c.company
  where c.company = :company and c.kind is not null and c.tenant_id not in ('', b.tenant_id)
    and not exists (select from source_choice h
                    where h.company = c.company and h.source = c.source and h.name = c.name and h.value = c.value
                      and h.tenant_id = b.tenant_id)
  order by c.source, c.name, c.value, c.chosen_at desc
)
select c.source, c.name, c.value, c.kind, here.id
from chosen c
join organisation_record f on f.company = :company and f.tenant_id = c.tenant_id and f.kind = c.kind and f.id = c.id
cross join lateral (
  select a.id from reference_record a
  where a.company = :company and a.kind = c.kind and a.active
    and (a.detail ->> 'type' = 'BANK') is not distinct from (f.detail ->> 'type' = 'BANK')
    and (a.code = f.code or lower(a.name) = lower(f.name))
  order by a.code is not distinct from f.code desc, a.id limit 1) here
