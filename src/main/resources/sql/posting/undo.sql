-- Undoing is entered once for what stands in Xero under that id.
insert into posting (id, company, source, source_id, version, kind, resource, document_date, event, content_hash, marker, undoes,
                     max_batch, state, received_at, changed_at)
select :undo, p.company, p.source, 'undo:' || p.xero_id, 1, p.kind, :resource, p.document_date, :event, '', p.xero_id, p.id,
       :atOnce, 'RECEIVED', :now, :now
from posting p
where p.id = :id and p.state in ('POSTED', 'DIFFERENT')
on conflict (company, source, source_id) do nothing
