-- Of a company that chose nothing; what somebody chooses meanwhile stays.
with planned as (
  update company set planned = true where id = :company and not planned
)
insert into import_schedule (company, sync_at, sync_zone, next_run_at)
values (:company, :at::time, :zone, :next)
on conflict (company) do nothing
