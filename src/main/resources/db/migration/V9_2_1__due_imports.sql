-- Imports that are due: asked for and not begun, begun and not ended (the lease says whether somebody is at it), ended by a day's
-- limit until now, or not gone through ten minutes ago. Before a company is set up, only what is read for that.
create view due_import as
select r.company, r.requested_at
from import_run r
join company_state s on s.company = r.company and (s.state = 'ACTIVE' or s.state = 'SETUP_INCOMPLETE' and r.for_set_up)
join xero_connection x on x.company = r.company
left join xero_tenant t on t.tenant_id = x.tenant_id
where r.requested_at is not null and (t.paused_until is null or t.paused_until <= ledgerway_now())
  and (r.started_at is null
       or r.finished_at is null
       or r.requested_at > r.started_at and (r.resumes_at is null or r.requested_at > r.finished_at)
       or r.problem is not null and coalesce(r.resumes_at, r.finished_at + interval '10 minutes') <= ledgerway_now());

-- Held by a lease from now on.
alter table import_run drop column owner;

-- A company that chose no hour is read at one of its own between midnight and six, UTC: not all at the same minute.
create function default_sync_at(company text) returns time
language sql immutable return
  time '00:00' + make_interval(mins => ('x' || substr(md5(company), 1, 7))::bit(28)::int % 360);
