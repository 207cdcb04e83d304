-- Of a company that chose nothing; what somebody chooses meanwhile stays.
insert into import_schedule (company, sync_at, sync_zone, next_run_at)
values (:company, :at::time, :zone, :next)
on conflict (company) do nothing
