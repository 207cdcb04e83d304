-- To the minute: a key that is used all the time does not cost a write each time.
update api_key set used_at = :now where id = :id and (used_at is null or used_at < :now::timestamptz - interval '1 minute')
