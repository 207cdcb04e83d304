-- Dead letters that are to go in again, those that did so already left out. Asking twice changes nothing.
with asked as (
  update dead_letter
  set replay_at = :now, replays = 0
  where entered_at is null
    and (:id::uuid is null or id = :id::uuid)
    and (:code::text is null or code = :code)
    and (:company::text is null or company = :company)
    and (:topic::text is null or topic = :topic)
    and (replay_at is null or replays >= 5)
)
select count(*) as letters, count(*) filter (where entered_at is null) as asked
from dead_letter
where (:id::uuid is null or id = :id::uuid)
  and (:code::text is null or code = :code)
  and (:company::text is null or company = :company)
  and (:topic::text is null or topic = :topic)
