-- Companies whose hour has come. Nothing is marked here: whoever asks for the import holds the schedule meanwhile.
select company from import_schedule where next_run_at <= :#${variable.now}::timestamptz order by next_run_at limit 500
