-- Somebody who asks again meanwhile has set it back to the beginning: then it begins again.
update reference_publication
set republish_after = case when :#${variable.found}::int = 500 then :#${variable.last} end
where company = :#${variable.company} and owner = :#${variable.instance}::uuid
  and republish_after = :#${variable.after}
