select d.id, d.changes, d.occasion, d.at, d.actors,
       coalesce((select sync_zone from import_schedule where company = d.company), 'UTC') as zone
from notice_destination d
where d.company = :company and d.enabled and d.next_look_at <= :now
  and not exists (select from notice_delivery v where v.destination = d.id and v.state = 'WAITING' and v.occasion <> 'TEST')
order by d.place
