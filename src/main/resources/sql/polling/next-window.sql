update poll set step = 'order', memory = '{}', attempt = 1, note = null, since = :since::date, until = :until::date, ids = :ids,
  after_id = :after, next_at = ledgerway_now()
where id = :id and ended_at is null
