update notice_destination set next_look_at = :next where id = :id
