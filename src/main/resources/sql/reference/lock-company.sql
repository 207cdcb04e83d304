-- Puts the changes of one company in order: whoever holds this row writes, others wait.
insert into reference_version (company, version) values (:company, 0)
on conflict (company) do update set version = reference_version.version
