-- What a company chose: for itself (''), and for its sources.
select source, mode, at, weekday, day, runs_as, next_due from export_schedule where company = :company order by source
