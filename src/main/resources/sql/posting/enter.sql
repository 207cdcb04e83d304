-- Enters documents. A higher version replaces one that is not yet sent; anything else is left as it stands.
insert into posting (id, company, source, source_id, version, kind, resource, document_date, currency, total,
                     employee, merchant, event, content_hash, state, received_at, changed_at)
select a.id, a.company, a.source, a.source_id, a.version, a.kind, a.resource, a.document_date, a.currency, a.total,
       a.employee, a.merchant, a.event, a.content_hash, 'RECEIVED', :now, :now
from unnest(:ids, :companies, :sources, :source_ids, :versions, :kinds, :resources, :dates, :currencies, :totals,
            :employees, :merchants, :events, :hashes)
     as a (id, company, source, source_id, version, kind, resource, document_date, currency, total,
           employee, merchant, event, content_hash)
where exists (select from company where company.id = a.company)
order by a.id
on conflict (company, source, source_id) do update
set version = excluded.version, kind = excluded.kind, resource = excluded.resource,
    document_date = excluded.document_date, currency = excluded.currency, total = excluded.total,
    employee = excluded.employee, merchant = excluded.merchant, event = excluded.event,
    content_hash = excluded.content_hash, state = 'RECEIVED', problems = null, waits_for = '{}', refusals = 0, claimed_by = null,
    changed_at = :now
where posting.version < excluded.version
  and posting.state in ('RECEIVED', 'HELD', 'READY')
returning company, source, source_id
