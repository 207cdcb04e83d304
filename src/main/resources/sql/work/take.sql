-- Takes work that nobody holds and that is due. After a crash of the database a lost lease is taken again, so it does not wait
-- for the disk.
with unhurried as materialized (select set_config('synchronous_commit', 'off', true))
insert into work_lease as w (kind, key, token, owner, leased_until)
select :kind, :key, :token, :owner, ledgerway_now() + :validity::interval
from unhurried
on conflict (kind, key) do update set token = excluded.token, owner = excluded.owner, leased_until = excluded.leased_until,
  due_at = null
where w.leased_until <= ledgerway_now() and (w.due_at is null or w.due_at <= ledgerway_now())
returning w.token
