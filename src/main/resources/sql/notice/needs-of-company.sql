-- What pauses the company, or one of its sources, as a whole. For so long as Xero's minute is over nobody needs to know.
select 'CONNECTION_EXPIRED' as code, null::text as source, null::text as detail, x.changed_at as since, null::timestamptz as until
from xero_connection x where x.company = :company and x.state = 'EXPIRED'
union all
select case t.pause_reason when 'DAY' then 'XERO_DAY_LIMIT' else 'XERO_UNAVAILABLE' end, null, null, null, t.paused_until
from xero_connection x join xero_tenant t on t.tenant_id = x.tenant_id
where x.company = :company and x.state = 'ACTIVE' and t.pause_reason in ('DAY', 'UNAVAILABLE') and t.paused_until > :now
union all
select 'SOURCE_BLOCKED', s.source, s.problem, null, null
from company_source s where s.company = :company and s.enabled and s.problem is not null
union all
select 'SOURCE_UNREACHABLE', p.source, max(p.note), min(p.started_at), null
from poll p join company_source s on s.company = p.company and s.source = p.source and s.enabled and s.problem is null
where p.company = :company and p.ended_at is null and p.attempt >= 5
group by p.source
