-- Somebody wants one that failed, or that waits for its next attempt, to be tried now.
update receipt r
set state = case when r.size is null then 'WAITING' else 'SENDING' end, attempts = 0, changed_at = :now,
    due_at = case when p.state in ('POSTED', 'DIFFERENT') and p.xero_id is not null then :now end
from posting p
where p.id = r.posting and r.id = :receipt and r.posting = :posting and r.company = :company and r.state in ('FAILED', 'WAITING') and r.url is not null
