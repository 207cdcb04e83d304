-- A company, what it has chosen, and how it stands with Xero.
select c.id, c.name,
       cs.state, x.state as connection, x.state_reason, x.tenant_id, x.tenant_name, x.day_limit,
       t.paused_until, t.pause_reason,
       r.requested_at, r.started_at, r.finished_at, r.problem, r.resumes_at, r.skipped_at, r.skipped_because,
       to_char(coalesce(s.sync_at, default_sync_at(c.id)), 'HH24:MI') as sync_at, coalesce(s.sync_zone, 'UTC') as sync_zone, s.next_run_at
from company c
join company_state cs on cs.company = c.id
left join xero_connection x on x.company = c.id
left join xero_tenant t on t.tenant_id = x.tenant_id
left join import_run r on r.company = c.id
left join import_schedule s on s.company = c.id
where :company::text is null or c.id = :company
order by c.id
