select p.id, p.kind, p.asked_by, p.first_day, p.last_day, p.since, p.until, p.step, p.attempt, p.requests, p.records, p.note,
       p.started_at, p.next_at, p.ended_at, p.outcome, p.problem,
       case when p.ended_at is not null then p.entered
            else (select count(*) from posting x where x.company = p.company and x.source = p.source and x.id > p.id) end as entered
from poll p
where p.company = :company and p.source = :source
order by p.id desc
limit :limit
