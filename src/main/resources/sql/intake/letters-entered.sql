update dead_letter set entered_at = :now, replay_at = null where id = any (:letters)
