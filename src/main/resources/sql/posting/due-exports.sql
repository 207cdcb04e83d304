-- What can be sent now, by company and resource. A full batch goes at once. A smaller one goes when nothing new has
-- come for the linger time (so that real time does not mean a call for each document), when its oldest document has waited
-- for the longest time allowed, or when somebody asked for an export that has it. What is not released waits for an export
-- (V12_2). The index is stepped over from one company and resource to the next:
-- whoever has nothing ready costs nothing.
with recursive due (company, resource) as (
  (select company, resource from posting where state = 'READY' and claimed_by is null and released order by company, resource limit 1)
  union all
  select further.company, further.resource
  from due
  cross join lateral (
    select p.company, p.resource from posting p
    where p.state = 'READY' and p.claimed_by is null and p.released and (p.company, p.resource) > (due.company, due.resource)
    order by p.company, p.resource limit 1) further
)
select c.id as company, due.resource,
       ready.documents < 50 as partial,
       lane
from due
join company c on c.id = due.company
join company_state s on s.company = c.id and s.state = 'ACTIVE'
join xero_connection x on x.company = c.id
left join xero_tenant t on t.tenant_id = x.tenant_id
cross join lateral (
  select count(*) as documents, min(q.changed_at) as oldest, max(q.changed_at) as newest, bool_or(q.export_run is not null) as asked
  from (select p.changed_at, p.export_run
        from posting p
        where p.company = c.id and p.resource = due.resource and p.state = 'READY' and p.claimed_by is null and p.released
        order by p.received_at, p.id
        limit 151) q) ready
cross join lateral generate_series(1, least(:#${properties:ledgerway.export.lanes:3}::int, (ready.documents + 49) / 50)::int) as lane
where ready.documents > 0
  and (t.paused_until is null or t.paused_until <= :#${variable.now}::timestamptz)
  and (ready.documents >= 50
       or ready.newest <= :#${variable.now}::timestamptz - :#${properties:ledgerway.export.linger:2s}::interval
       or ready.oldest <= :#${variable.now}::timestamptz - :#${properties:ledgerway.export.longest-linger:30s}::interval
       or ready.asked and not exists (select from posting p where p.company = c.id and p.state = 'RECEIVED'))
