update reference_publication set published = :#${variable.last}::bigint
where company = :#${variable.company} and owner = :#${variable.instance}::uuid
