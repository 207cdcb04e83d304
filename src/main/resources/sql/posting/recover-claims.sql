-- Claims of instances that are no longer alive, or that were forgotten.
update posting p
set claimed_by = null, batch = null
where p.claimed_by is not null and p.state = 'READY'
  and (p.claimed_at < :#${variable.now}::timestamptz - interval '5 minutes'
       or not exists (select from engine_instance i where i.id = p.claimed_by and i.alive_until > ledgerway_now()))
