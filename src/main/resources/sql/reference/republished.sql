-- Somebody who asks again meanwhile has set it back to the beginning: then it begins again.
update reference_publication
set republish_after = case when :#${variable.found}::int = 500 then :#${variable.last} end
where company = :#${variable.company} and source = :#${variable.source} and exists (select from work_lease w where w.token = :#${variable.lease.token}::uuid)
  and republish_after = :#${variable.after}
