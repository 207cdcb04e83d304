update poll set ended_at = ledgerway_now(), outcome = :outcome, problem = :problem, note = null where id = :id and ended_at is null
