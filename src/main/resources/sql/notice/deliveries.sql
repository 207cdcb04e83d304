select v.id, v.destination, d.kind, v.occasion, v.state, v.attempts, v.due_at, v.problem, v.made_at, v.ended_at, v.body
from notice_delivery v join notice_destination d on d.id = v.destination
where v.company = :company and (:cursor::uuid is null or v.id < :cursor) and (:id::uuid is null or v.id = :id)
order by v.id desc limit :limit
