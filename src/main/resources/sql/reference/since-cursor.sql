-- If-Modified-Since of the next read, or nothing: the resource has not been read in full yet, or is to be. Once a week
-- it is in any case: what was deleted outright does not show among the changes, and some changes move no UpdatedDateUTC.
select coalesce(max(to_char(cursor at time zone 'UTC' - interval '5 minutes', 'YYYY-MM-DD"T"HH24:MI:SS')), '') as since
from reference_cursor
where company = :#${variable.company} and resource = :#${variable.resource}
  and last_full_at > :#${variable.now}::timestamptz - interval '7 days'
  and coalesce(:#${variable.full}, 'false') <> 'true'
