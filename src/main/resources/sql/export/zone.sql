select coalesce((select sync_zone from import_schedule where company = :company), 'UTC')
