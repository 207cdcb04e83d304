with planned as (
  update company set planned = true where id = :company and not planned
)
insert into import_schedule (company, sync_at, sync_zone, next_run_at)
values (:company, :at::time, :zone, :next)
on conflict (company) do update set
  sync_at = excluded.sync_at, sync_zone = excluded.sync_zone, next_run_at = excluded.next_run_at
