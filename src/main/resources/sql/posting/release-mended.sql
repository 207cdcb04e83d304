-- A mapping was edited: held documents that an earlier version judged, or that wait for it, go to be checked again, and those
-- that it has made ready but nobody has claimed are made anew.
update posting
set state = 'RECEIVED', changed_at = :#${variable.now}::timestamptz
where mapping_version is distinct from :#${variable.version}
  and (state = 'HELD' and waits_for @> array['mapping:' || :#${variable.mapping}]
       or state = 'HELD' and mapping_version is not null and source || '/' || kind = :#${variable.mapping}
       or state = 'READY' and claimed_by is null and source || '/' || kind = :#${variable.mapping})
