update company_source set problem = null where company = :company and source = :source
