-- Receipts follow the documents of a batch that stand in Xero now.
update receipt r
set due_at = :now
from posting p
where p.batch = :batch and p.state in ('POSTED', 'DIFFERENT') and p.undoes is null
  and r.posting = p.id and r.state in ('WAITING', 'SENDING') and r.due_at is null
