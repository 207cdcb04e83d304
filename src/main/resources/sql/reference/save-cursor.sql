-- A cursor never goes back: pages and overlapping runs may bring older records last.
insert into reference_cursor (company, resource, cursor, last_run_at, last_full_at, records_seen, records_changed)
values (:company, :resource, :cursor, :at, case when :complete then cast(:at as timestamptz) end, :seen, :changed)
on conflict (company, resource) do update set
  cursor = greatest(reference_cursor.cursor, excluded.cursor),
  last_run_at = excluded.last_run_at,
  last_full_at = coalesce(excluded.last_full_at, reference_cursor.last_full_at),
  records_seen = excluded.records_seen,
  records_changed = excluded.records_changed
