-- Undoing is entered once for what stands in Xero under that id; one that is held may be asked for in another way.
insert into posting (id, company, source, source_id, version, kind, resource, document_date, currency, event, content_hash, marker,
                     undoes, max_batch, trace, state, received_at, changed_at)
select :undo, p.company, p.source, 'undo:' || p.xero_id, 1, p.kind, :resource, p.document_date, p.currency, :event, '', :marker,
       p.id, :atOnce, p.trace, 'RECEIVED', :now, :now
from posting p
where p.id = :id and p.state in ('POSTED', 'DIFFERENT')
on conflict (company, source, source_id) do update
set resource = excluded.resource, event = excluded.event, marker = excluded.marker, max_batch = excluded.max_batch,
    version = posting.version + 1, state = 'RECEIVED', problems = null, waits_for = '{}', refusals = 0, changed_at = :now
where posting.state = 'HELD'
returning id
