-- The heartbeat: gives those that are still ours.
update work_lease w
set leased_until = ledgerway_now() + :validity::interval
where w.token = any (:tokens::uuid[]) and w.due_at is null
returning w.token
