-- When a window has room for one more: from when on fewer requests than its limit may have arrived within it. A request may
-- arrive at any moment until it was answered, so it counts from then.
select min(free_from) as free_from
from (
  select coalesce(ended_at, least(started_at + interval '2 minutes', ledgerway_now())) + :seconds * interval '1 second' as free_from
  from source_request
  where credential = :credential
  order by 1 desc
  limit :most) counted
having count(*) = :most
