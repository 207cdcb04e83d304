select v.id as delivery, v.company
from notice_delivery v join notice_destination d on d.id = v.destination and d.enabled
where v.state = 'WAITING' and v.due_at <= :#${variable.now}::timestamptz
order by v.due_at limit 100
