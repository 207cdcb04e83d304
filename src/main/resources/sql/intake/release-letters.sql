-- What these dead letters wait for has changed: they go in again.
update dead_letter
set replay_at = :#${variable.now}::timestamptz, replays = 0
where waits_for = :#${variable.released} and entered_at is null
