-- If-Modified-Since of the next read, or nothing: the resource has not been read in full yet, or is to be.
select coalesce(max(to_char(cursor at time zone 'UTC' - interval '5 minutes', 'YYYY-MM-DD"T"HH24:MI:SS')), '') as since
from reference_cursor
where company = :#${variable.company} and resource = :#${variable.resource} and last_full_at is not null
  and coalesce(:#${variable.full}, 'false') <> 'true'
