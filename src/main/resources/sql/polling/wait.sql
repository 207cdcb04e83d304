-- The step is taken again at that time.
update poll set next_at = coalesce(:at::timestamptz, ledgerway_now() + :after * interval '1 second'), attempt = attempt + :failed,
  note = :note
where id = :id and ended_at is null
