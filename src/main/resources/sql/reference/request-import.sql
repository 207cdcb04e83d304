insert into import_run (company, requested_at) values (:company, :at)
on conflict (company) do update set requested_at = excluded.requested_at
