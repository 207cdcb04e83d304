update reference_publication set owner = null
where company = :#${variable.company} and owner = :#${variable.instance}::uuid
