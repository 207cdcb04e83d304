update dead_letter set edited = :edited, edited_at = :now, edited_by = :by where id = :id and entered_at is null
