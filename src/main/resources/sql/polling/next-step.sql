update poll set step = :step, memory = :memory, attempt = 1, restarts = restarts + :restarts, note = :note,
  next_at = ledgerway_now() + :after * interval '1 second'
where id = :id and ended_at is null
