-- What somebody asks for rests no longer after a failure.
with rested as (
  update work_lease set due_at = ledgerway_now() where kind = 'import' and key = :company and due_at is not null
)
insert into import_run as r (company, requested_at, full_read, for_set_up, requested_by) values (:company, :now, :full, :forSetUp, :by)
on conflict (company) do update set
  requested_at = excluded.requested_at, of_resources = null, full_read = r.full_read or excluded.full_read, for_set_up = excluded.for_set_up, requested_by = excluded.requested_by,
  skipped_at = null, skipped_because = null
