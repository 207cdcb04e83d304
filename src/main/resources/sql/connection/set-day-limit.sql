update xero_connection set day_limit = :dayLimit, changed_at = :now where company = :company
