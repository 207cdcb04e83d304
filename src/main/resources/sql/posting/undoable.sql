-- What stands in Xero of a document, and who may be undoing it.
select p.id, p.company, p.source, p.source_id, p.kind, p.resource, p.state, p.document_date, p.document, p.xero_id, p.undoes, u.id as undone_by, u.state as undo_state,
       coalesce(b.tenant_id = x.tenant_id, true) as same_organisation
from posting p
left join posting u on u.undoes = p.id and u.source_id = 'undo:' || p.xero_id
left join batch b on b.id = p.batch
left join xero_connection x on x.company = p.company
where p.company = :company and p.id = :id
