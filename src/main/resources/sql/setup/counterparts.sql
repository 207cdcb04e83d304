-- Each record of this company's, of its former organisations or the present one, with the active record that answers to it:
-- itself, or the one with the same code, else the same name; an option within the category that answers to its own.
with named as (
  select r.kind, r.id, r.code, lower(r.name) as name, r.active,
    (select lower(c.name) from reference_record c
     where c.company = r.company and c.kind = 'tracking-category' and c.id = r.parent) as category
  from reference_record r
  where r.company = :company and r.kind in ('account', 'tax-rate', 'tracking-category', 'tracking-option')
)
select n.kind, n.id as former_id, n.code, r.name,
  (select a.id from named a
   where a.kind = n.kind and a.active and a.category is not distinct from n.category
     and (a.id = n.id and (a.kind <> 'tax-rate' or a.name = n.name) or a.code = n.code or a.name = n.name)
   order by a.id = n.id desc, a.code is not distinct from n.code desc, a.id limit 1) as id
from named n
join reference_record r on r.company = :company and r.kind = n.kind and r.id = n.id
