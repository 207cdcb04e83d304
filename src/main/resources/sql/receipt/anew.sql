-- What is to be posted anew has none of its receipts yet.
update receipt
set state = 'WAITING', due_at = null, attempts = 0, size = null, xero_id = null, problems = null, changed_at = :now
where posting = any (:postings) and (state <> 'WAITING' or due_at is not null or size is not null)
