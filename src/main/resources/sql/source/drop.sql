delete from source_choice c using present_books b
where b.company = c.company and c.tenant_id in ('', b.tenant_id)
  and c.company = :company and c.source = :source and c.name = :name and c.value = :value
