update import_run set finished_at = :#${variable.now}::timestamptz, problem = :#${exception.message}, resumes_at = :#${variable.until}::timestamptz
where company = :#${variable.company}
