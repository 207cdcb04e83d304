-- Schedules whose time has come. Nothing is marked here: whoever begins the export holds the schedule meanwhile.
select company, source from export_schedule where next_due <= :#${variable.now}::timestamptz order by next_due limit 100
