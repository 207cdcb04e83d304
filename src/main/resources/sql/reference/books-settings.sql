select export_mode, mixed_signs, transfer_account_id from company where id = :company
