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
  -- What Xero answers is compared by the books: they have been read since the company was connected to this organisation.
  and 3 = (select count(*) from reference_cursor r
           where r.company = d.company and r.resource in ('Accounts', 'TaxRates', 'TrackingCategories'))
order by d.next_attempt_at
