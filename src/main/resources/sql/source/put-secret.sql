insert into source_secret (company, source, name, sealed, set_at) values (:company, :source, :name, :sealed, ledgerway_now())
on conflict (company, source, name) do update set sealed = excluded.sealed, set_at = excluded.set_at
