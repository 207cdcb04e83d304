update batch
set state = :state, next_step = :nextStep, next_attempt_at = :nextAttempt, note = :note,
    settled_at = case when :state in ('SETTLED', 'RELEASED') then :now end
where id = :batch and state in ('SENDING', 'UNCERTAIN')
