insert into import_run (company, requested_at, full_read) values (:company, :now, :full)
on conflict (company) do update set requested_at = excluded.requested_at, full_read = import_run.full_read or excluded.full_read
