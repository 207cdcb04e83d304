update notice_destination set enabled = false, off_because = :because where id = :destination
