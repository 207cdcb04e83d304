select credential from company_source where company = :company and source = :source
