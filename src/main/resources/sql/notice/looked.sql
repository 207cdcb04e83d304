-- What came while it looked is looked at, too.
update notice_destination
set next_look_at = case when changes = :changes then :next else least(:next, :soon) end
where id = :destination
