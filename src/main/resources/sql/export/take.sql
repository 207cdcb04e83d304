-- Holds a schedule whose time has come, unless another engine does, or has begun its export just before.
select mode, at, weekday, day, runs_as, next_due from export_schedule
where company = :company and source = :source and next_due <= :now
for update skip locked
