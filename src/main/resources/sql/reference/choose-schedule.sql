insert into import_schedule as s (company, sync_at, sync_zone, next_run_at)
values (:company, coalesce(:at::time, default_sync_at(:company)), coalesce(:zone::text, 'UTC'),
        next_sync(coalesce(:at::time, default_sync_at(:company)), coalesce(:zone::text, 'UTC'), :now))
on conflict (company) do update set
  sync_at = coalesce(:at::time, s.sync_at), sync_zone = coalesce(:zone::text, s.sync_zone),
  next_run_at = next_sync(coalesce(:at::time, s.sync_at), coalesce(:zone::text, s.sync_zone), :now)
