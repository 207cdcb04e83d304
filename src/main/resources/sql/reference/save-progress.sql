insert into import_progress as p (company, resource, pages, records, expected, changed, at)
values (:company, :resource, :pages, :seen, :expected, :changed, :at)
on conflict (company, resource) do update set
  pages = excluded.pages, records = excluded.records,
  expected = coalesce(excluded.expected, case when excluded.changed is not null then p.expected end),
  changed = excluded.changed, at = excluded.at
