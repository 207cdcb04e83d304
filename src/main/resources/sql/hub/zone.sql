-- The time zone that a company's nights and days are told in.
select coalesce((select sync_zone from import_schedule where company = :company), 'UTC') as zone
