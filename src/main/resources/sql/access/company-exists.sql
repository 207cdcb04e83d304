select exists (select from company where id = :company)
