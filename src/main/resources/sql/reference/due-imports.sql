-- Takes up imports that were asked for and are not under way, whose reader is no longer alive, that a day's limit ended until
-- now, or that did not go through ten minutes ago. Before a company is set up, only what is read for that.
update import_run r
set started_at = :#${variable.now}::timestamptz, finished_at = null, owner = :#${variable.instance}::uuid, problem = null, resumes_at = null
where r.company in (
  select d.company from import_run d
  join company_state s on s.company = d.company and (s.state = 'ACTIVE' or s.state = 'SETUP_INCOMPLETE' and d.for_set_up)
  join xero_connection x on x.company = d.company
  left join xero_tenant t on t.tenant_id = x.tenant_id
  where d.requested_at is not null and (t.paused_until is null or t.paused_until <= :#${variable.now}::timestamptz)
    and (d.started_at is null
         or d.finished_at is not null and d.requested_at > d.started_at
            and (d.resumes_at is null or d.requested_at > d.finished_at)
         or d.problem is not null
            and coalesce(d.resumes_at, d.finished_at + interval '10 minutes') <= :#${variable.now}::timestamptz
         or d.finished_at is null
            and not exists (select from engine_instance i where i.id = d.owner and i.alive_until > ledgerway_now()))
  for update of d skip locked)
returning r.company, r.full_read
