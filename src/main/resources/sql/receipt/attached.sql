update receipt
set state = 'ATTACHED', xero_id = :xeroId, due_at = null, problems = null, changed_at = :now
where id = :receipt
