select name, sealed from source_secret where company = :company and source = :source
