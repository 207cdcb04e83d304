-- What can be chosen in a company's organisation, of what it imports: accounts, and the options of its tracking categories.
select r.kind, r.id, r.code, r.name, r.parent
from reference_record r
where r.company = :company and r.kind in ('account', 'tracking-option') and r.active and r.imported_as is not null
  and (r.parent is null or exists (select from reference_record c where c.company = r.company and c.id = r.parent and c.active))
order by r.kind, r.code, r.name, r.id
