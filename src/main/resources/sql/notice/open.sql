select v.id, v.destination, v.company, c.name, v.occasion, v.body, v.attempts, v.made_at, d.kind, d.url, d.addresses, d.secret,
       case when d.former_until > :now then d.former_secret end as former_secret
from notice_delivery v
join notice_destination d on d.id = v.destination
join company c on c.id = v.company
where v.id = :delivery and v.state = 'WAITING' and (v.due_at <= :now or v.occasion = 'TEST') and (d.enabled or v.occasion = 'TEST')
