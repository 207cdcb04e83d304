-- A mapping was edited: held documents that wait for it go to be checked again, and those that it has made ready but nobody
-- has claimed are made anew.
update posting
set state = 'RECEIVED', changed_at = :#${variable.now}::timestamptz
where state = 'HELD' and waits_for @> array['mapping:' || :#${variable.mapping}]
   or state = 'READY' and claimed_by is null and source || '/' || kind = :#${variable.mapping}
