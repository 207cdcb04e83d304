delete from import_page where company = :company
