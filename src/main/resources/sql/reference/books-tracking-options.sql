select o.id, o.name, o.active and c.active as active, o.imported_as is not null as imported, c.id as category_id, c.name as category_name
from reference_record o
join reference_record c on c.company = o.company and c.kind = 'tracking-category' and c.id = o.parent
where o.company = :company and o.kind = 'tracking-option'
