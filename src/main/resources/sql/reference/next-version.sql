update reference_version set version = version + 1 where company = :company returning version
