insert into source_credential (credential) values (:credential)
on conflict (credential) do update set credential = excluded.credential
returning paused_until, ledgerway_now() as now
