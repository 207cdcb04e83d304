update notice_delivery
set attempts = attempts + 1, problem = :problem, due_at = :due,
    state = case when :due::timestamptz is null then 'GIVEN_UP' else 'WAITING' end,
    ended_at = case when :due::timestamptz is null then :now::timestamptz end
where id = :delivery
