-- Counts a failure; the next attempt comes after a second, two, four, at most ten minutes.
with unhurried as materialized (select set_config('synchronous_commit', 'off', true))
update work_lease w
set leased_until = ledgerway_now(), failures = w.failures + 1, problem = :problem,
    due_at = ledgerway_now() + least(interval '10 minutes', interval '1 second' * power(2, least(w.failures, 20)))
from unhurried
where w.token = :token
returning w.failures
