-- Companies with outcomes that their source has not been told.
select distinct h.company
from posting_history h
join posting p on p.id = h.posting
where h.told_at is null and not h.untellable and not h.quiet and h.state in ('POSTED', 'HELD', 'DIFFERENT', 'UNDONE') and p.source = :#${variable.source} and p.undoes is null
