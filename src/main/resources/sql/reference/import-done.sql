update import_run set finished_at = :#${variable.now}::timestamptz where company = :#${variable.company}
