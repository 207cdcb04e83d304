update reference_publication set published = :#${variable.last}::bigint
where company = :#${variable.company} and source = :#${variable.source} and exists (select from work_lease w where w.token = :#${variable.lease.token}::uuid)
