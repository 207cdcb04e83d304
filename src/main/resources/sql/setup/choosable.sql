-- What there is to choose from, how it is imported now, and how it would be under the given settings.
select r.kind, r.id, r.code, r.name, r.active, r.parent, r.detail ->> 'type' as type, r.detail ->> 'effectiveRate' as rate,
  r.imported_as,
  imported_as(cast(:settings as jsonb), r.kind, r.id, r.code, r.parent, r.detail) as chosen_as,
  case when r.kind = 'account' then unusable_because(r.code, r.detail)
       when r.kind = 'tax-rate' and is_for_sales(r.id, r.detail) then 'FOR_SALES' end as reason
from reference_record r
where r.company = :company and r.kind in ('account', 'tax-rate', 'tracking-category', 'tracking-option')
order by r.kind, r.code nulls last, lower(r.name), r.id
