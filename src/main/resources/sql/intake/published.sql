update dead_letter set published_at = :now where id = any (:ids)
