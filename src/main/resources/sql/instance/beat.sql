insert into engine_instance (id, started_at, alive_until)
values (:id, ledgerway_now(), ledgerway_now() + :validity::interval)
on conflict (id) do update set alive_until = excluded.alive_until
