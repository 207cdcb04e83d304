select p.*, (select count(*) from posting x where x.company = p.company and x.source = p.source and x.id > p.id
             and (p.ended_at is null or x.received_at <= p.ended_at)) as entered
from poll p
where p.company = :company and p.source = :source
order by p.id desc
limit :limit
