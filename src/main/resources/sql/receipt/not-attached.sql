-- What is not sent, or surely not there (:absent), is sent anew; of what may be there Xero is asked first.
update receipt
set state = case when :failed then 'FAILED' when :absent or size is null then 'WAITING' else 'SENDING' end,
    size = case when not :absent then size end,
    due_at = :dueAt, attempts = :attempts, problems = coalesce(:problems, problems), changed_at = :now
where id = :receipt
