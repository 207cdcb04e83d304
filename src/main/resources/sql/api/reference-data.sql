-- One page of a company's records of one kind, by code and name; the cursor is the id of the last record before. The organisation
-- is asked for by itself, so that its records are read in their order.
select r.id, r.code, r.name, r.active, r.parent, r.email, r.imported_as, r.detail::text as detail
from organisation_record r
where r.company = :company and r.tenant_id = (select tenant_id from present_books where company = :company) and r.kind = :kind
  and (:active::boolean is null or r.active = :active::boolean)
  and (:imported::boolean is null or (r.imported_as is not null) = :imported::boolean)
  and (:match::text is null or r.detail ->> 'match' = :match::text)
  and (:search::text is null
       or position(lower(:search::text) in lower(concat_ws(' ', r.code, r.name, r.email, r.id))) > 0)
  and (coalesce(r.code, ''), lower(coalesce(r.name, '')), r.id) >
      (coalesce((select b.code from reference_record b where b.company = :company and b.kind = :kind and b.id = :cursor::text), ''),
       coalesce((select lower(b.name) from reference_record b where b.company = :company and b.kind = :kind and b.id = :cursor::text), ''),
       coalesce(:cursor::text, ''))
order by coalesce(r.code, ''), lower(coalesce(r.name, '')), r.id
limit :limit
