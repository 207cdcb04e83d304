select id from reference_record where company = :company and kind = 'currency' and active
