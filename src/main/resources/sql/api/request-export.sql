update company set export_requested_at = :now where id = :company
