select id, name, email, active from reference_record
where company = :company and kind = 'contact' and email is not null
