-- Takes over batches that need settling: those whose time has come, and those whose owner is no longer alive.
update batch b
set owner = :#${variable.instance}::uuid, attempts = b.attempts + 1, next_attempt_at = :#${variable.now}::timestamptz + interval '3 minutes'
where b.id in (
  select d.id
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
  limit 50
  for update of d skip locked)
returning b.id as batch, b.company, b.tenant_id, b.resource, b.idempotency_key, b.request_hash, b.intended_at, b.next_step, b.attempts
