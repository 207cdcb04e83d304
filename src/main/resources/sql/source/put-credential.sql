update company_source set credential = :credential where company = :company and source = :source
