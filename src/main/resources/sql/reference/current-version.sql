select coalesce(v.version, 0) from company c left join reference_version v on v.company = c.id where c.id = :company
