-- The active record that somebody means who gives a code and a name: the one with that code, else with that name; and how many
-- others there are of which the same can be said. An option is looked for within the category that is named beside it.
with wanted as (
  select ordinality::int as number, value ->> 'kind' as kind, value ->> 'code' as code, lower(value ->> 'name') as name,
    lower(value ->> 'category') as category, value -> 'types' as types
  from jsonb_array_elements(cast(:wanted as jsonb)) with ordinality
)
select w.number, f.id, f.code, f.name, coalesce(f.fits, 0) as fits
from wanted w
left join lateral (
  select a.id, a.code, a.name, (count(*) over (partition by a.code is not distinct from w.code))::int as fits
  from reference_record a
  where a.company = :company and a.kind = w.kind and a.active and (a.code = w.code or lower(a.name) = w.name)
    and (jsonb_array_length(w.types) = 0 or jsonb_exists(w.types, a.detail ->> 'type'))
    and (w.category is null or w.category = (select lower(c.name) from reference_record c
         where c.company = a.company and c.kind = 'tracking-category' and c.id = a.parent))
  order by a.code is not distinct from w.code desc, a.id limit 1
) f on true
order by w.number
