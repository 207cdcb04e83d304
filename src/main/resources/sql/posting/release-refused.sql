-- The books have been read since Xero refused these: what they now show to be broken is held by the check, without a call. What
-- they show to be well was mended before anybody looked, and is tried again, five times at most, each time after a longer pause.
update posting p
set state = 'RECEIVED', changed_at = :#${variable.now}::timestamptz
from import_run r
where r.company = :#${variable.company} and p.company = r.company
  and p.state = 'HELD' and p.refusals between 1 and 5 and p.waits_for <> '{}' and p.changed_at < r.started_at - :#${properties:ledgerway.import.look-again:40s}::interval * (power(4, p.refusals - 1) - 1)
  and r.finished_at is not null and r.problem is null
  and (r.of_resources is null or resources_of(p.waits_for) <> '{}' and resources_of(p.waits_for) <@ r.of_resources)
