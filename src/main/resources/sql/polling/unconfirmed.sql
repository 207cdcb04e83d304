-- Documents that were posted, and of which their source is to be told: some of each source of a company that can be asked. After
-- a failure it is an hour until the next try. The index is stepped over from one company and source to the next.
with recursive waiting (company, source) as (
  (select company, source from confirmation where state = 'WAITING' order by company, source limit 1)
  union all
  select further.company, further.source
  from waiting
  cross join lateral (
    select c.company, c.source from confirmation c
    where c.state = 'WAITING' and (c.company, c.source) > (waiting.company, waiting.source)
    order by c.company, c.source limit 1) further
)
select s.company, s.source, few_of_them.ids
from waiting w
join company_source s on s.company = w.company and s.source = w.source and s.enabled and s.account is not null and s.problem is null
cross join lateral (
  select array_agg(few.source_id) as ids
  from (select c.source_id from confirmation c
        where c.company = s.company and c.source = s.source and c.state = 'WAITING'
        order by c.posting limit 100) few) few_of_them
where not exists (select from poll q where q.company = s.company and q.source = s.source and q.kind = 'CONFIRM'
                  and (q.ended_at is null or q.outcome = 'FAILED' and q.ended_at > ledgerway_now() - interval '1 hour'))
limit 50
