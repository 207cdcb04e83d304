delete from export_schedule where company = :company and source = :source
