-- How the given documents came to where they are.
select posting, version, state, problems, batch, xero_id, at, told_at, export_run
from posting_history
where posting = any (:postings)
order by id
