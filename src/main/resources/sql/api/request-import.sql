insert into import_run (company, requested_at) values (:company, :now)
on conflict (company) do update set requested_at = excluded.requested_at
