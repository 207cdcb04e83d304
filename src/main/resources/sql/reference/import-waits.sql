update import_run set finished_at = :#${variable.now}::timestamptz, problem = :#${variable.reason}, resumes_at = :#${variable.until}::timestamptz
where company = :#${variable.company}
  and exists (select from work_lease w where w.token = :#${variable.lease.token})
