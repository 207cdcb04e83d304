-- Held documents that wait for a mapping to be mended go to be checked again.
update posting
set state = 'RECEIVED', changed_at = :#${variable.now}::timestamptz
where state = 'HELD' and waits_for @> array['mapping:' || :#${variable.mapping}]
