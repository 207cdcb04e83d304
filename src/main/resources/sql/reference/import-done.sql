update import_run
set finished_at = :#${variable.now}::timestamptz, full_read = full_read and requested_at > started_at,
    for_set_up = for_set_up and requested_at > started_at
where company = :#${variable.company}
  and exists (select from work_lease w where w.token = :#${variable.lease.token})
