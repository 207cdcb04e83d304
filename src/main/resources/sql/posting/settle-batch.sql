update batch
set state = :state, next_step = :nextStep, next_attempt_at = :nextAttempt, note = :note,
    absent_from = coalesce(absent_from, :absentFrom), failed_looks = :failedLooks,
    settled_at = case when :state in ('SETTLED', 'RELEASED') then :now end
where id = :batch and state in ('SENDING', 'UNCERTAIN')
