update import_run set finished_at = :#${variable.now}::timestamptz, problem = :#${exception.message} where company = :#${variable.company}
