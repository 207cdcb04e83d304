-- Each record of the organisation whose records are named, and of the present one, with the active record here that answers to
-- it: itself, or the one with the same code, else the same name; an option within the category that answers to its own. TaxTypes
-- are the same in every organisation and mean different rates: theirs answer by name.
with known as (
  select r.tenant_id, r.kind, r.id, r.code, r.name, lower(r.name) as lower_name, r.active,
    (select lower(c.name) from organisation_record c
     where c.company = r.company and c.tenant_id = r.tenant_id and c.kind = 'tracking-category' and c.id = r.parent) as category
  from organisation_record r
  where r.company = :company and r.kind in ('account', 'tax-rate', 'tracking-category', 'tracking-option')
), here as (
  select k.* from known k join present_books b on b.company = :company and b.tenant_id = k.tenant_id
), named as (
  select distinct on (k.kind, k.id) k.*
  from known k join present_books b on b.company = :company and k.tenant_id in (b.tenant_id, :named)
  order by k.kind, k.id, k.tenant_id = :named desc
)
select n.kind, n.id as former_id, n.code, n.name,
  (select a.id from here a
   where a.kind = n.kind and a.active and a.category is not distinct from n.category
     and (a.id = n.id and (a.kind <> 'tax-rate' or a.lower_name = n.lower_name) or a.code = n.code or a.lower_name = n.lower_name)
   order by a.id = n.id desc, a.code is not distinct from n.code desc, a.id limit 1) as id
from named n
