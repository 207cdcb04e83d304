update posting_history set told_at = :now where id = any (:histories)
