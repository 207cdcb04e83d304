-- What is not done yet of a company's documents, by the time of their ids, state, source and currency; posting_open knows no others.
select p.state, p.source, p.currency, d.day, count(*) as documents, sum(p.total) as total
from posting p
left join unnest(:days::date[], :lows::uuid[], :highs::uuid[]) as d (day, low, high) on p.id >= d.low and p.id < d.high
where p.company = :company and p.state in ('HELD', 'READY', 'DIFFERENT')
group by p.state, p.source, p.currency, d.day
