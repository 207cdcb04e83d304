insert into source_credential (credential, paused_until) values (:credential, ledgerway_now() + :after * interval '1 second')
on conflict (credential) do update set paused_until = greatest(source_credential.paused_until, excluded.paused_until)
