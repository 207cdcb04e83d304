-- Holds a schedule whose hour has come, unless another engine does, or has asked just before.
select sync_at, sync_zone from import_schedule where company = :company and next_run_at <= :now for update skip locked
