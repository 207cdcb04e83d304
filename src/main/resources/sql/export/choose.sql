insert into export_schedule (company, source, mode, at, weekday, day, runs_as, next_due)
values (:company, :source, :mode, :at::time, :weekday, :day, :runsAs, :next)
on conflict (company, source) do update set
  mode = excluded.mode, at = excluded.at, weekday = excluded.weekday, day = excluded.day, runs_as = excluded.runs_as,
  next_due = excluded.next_due
