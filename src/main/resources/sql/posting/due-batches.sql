-- Batches that need settling: those whose time has come, and those whose owner is no longer alive. Nothing is marked here:
-- whoever has a thread for one takes it over.
select d.id as batch, d.attempts
from batch d
-- A company that was connected to another organisation meanwhile: its batch waits for the one that it was sent to.
join xero_connection x on x.company = d.company and x.state = 'ACTIVE' and x.tenant_id = coalesce(d.tenant_id, x.tenant_id)
left join xero_tenant t on t.tenant_id = x.tenant_id
where d.state in ('SENDING', 'UNCERTAIN')
  and (d.next_attempt_at <= :#${variable.now}::timestamptz
       -- its own instance is alive, however late its beat
       or d.owner <> :#${variable.instance}::uuid
          and not exists (select from engine_instance i where i.id = d.owner and i.alive_until > ledgerway_now()))
  and (t.paused_until is null or t.paused_until <= :#${variable.now}::timestamptz)
  -- Looks that fail again and again get the twentieth part of a day's calls, all of a company's together.
  and (d.failed_looks < :#${properties:ledgerway.settle.needs-somebody-after:5}::int
       or x.day_limit / 20 > (select count(*) from xero_call c
                              where c.company = d.company and c.method = 'GET' and c.resource = d.resource
                                and c.started_at > :#${variable.now}::timestamptz - interval '1 day'))
  -- What Xero answers is compared by the books: they have been read since the company was connected to this organisation.
  and 3 = (select count(*) from reference_cursor r
           where r.company = d.company and r.resource in ('Accounts', 'TaxRates', 'TrackingCategories'))
order by d.next_attempt_at
