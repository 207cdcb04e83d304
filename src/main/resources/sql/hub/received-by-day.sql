-- What of the documents that came on each of the given days is in that state, by source and currency. A day is given by the least id
-- that one of it can have, as ids begin with the time, so that nothing but an index is read.
select d.day, p.source, p.currency, p.documents, p.total
from unnest(:days::date[], :lows::uuid[], :highs::uuid[]) as d (day, low, high)
cross join lateral (
  select p.source, p.currency, count(*) as documents, sum(p.total) as total
  from posting p
  where p.company = :company and p.state = 'POSTED' and p.id >= d.low and p.id < d.high
  group by p.source, p.currency) p
order by d.day, p.source, p.currency
