delete from reference_cursor where company = :company
