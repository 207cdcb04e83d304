-- Begins the import that this exchange has taken; nothing where another did it just before. One that was interrupted, or did
-- not go through, and that nobody asked for anew goes on where it was: what it has stored within a day is not read again.
update import_run r
set started_at = case when r.requested_at <= r.started_at and r.started_at > :#${variable.now}::timestamptz - interval '1 day'
                      then r.started_at else :#${variable.now}::timestamptz end,
    started_for = r.requested_by, finished_at = null, problem = null, resumes_at = null
from due_import d
where d.company = r.company and r.company = :#${variable.company}
returning r.full_read
