-- Companies whose import is due and that nobody is reading. Nothing is marked here: whoever has a thread for it takes it.
select d.company
from due_import d
left join work_lease w on w.kind = 'import' and w.key = d.company
where w.key is null or w.leased_until <= ledgerway_now() and (w.due_at is null or w.due_at <= ledgerway_now())
order by d.requested_at, d.company
