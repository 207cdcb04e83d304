delete from import_settings where company = :company and stage = :stage
