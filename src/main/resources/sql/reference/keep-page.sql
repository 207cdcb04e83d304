insert into import_page (company, resource, page, since, read_at, kept_at, seen, highest, records)
values (:company, :resource, :page, :since, :readAt, :at, :seen, :highest, cast(:records as jsonb))
on conflict (company, resource, page) do update set
  since = excluded.since, read_at = excluded.read_at, kept_at = excluded.kept_at, seen = excluded.seen,
  highest = excluded.highest, records = excluded.records
