-- Documents that were undone, and of which their source says something newer: that is asked for once.
select p.company, p.source, array_agg(p.source_id) as ids
from posting p
join company_source s on s.company = p.company and s.source = p.source and s.enabled and s.account is not null and s.problem is null
where p.state = 'UNDONE' and p.later_hash is not null
  and not exists (select from poll q where q.company = p.company and q.source = p.source and q.kind = 'REREAD'
                  and (q.ended_at is null or q.started_at > p.changed_at))
group by p.company, p.source
limit 50
