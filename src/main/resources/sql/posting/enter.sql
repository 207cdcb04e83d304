-- Enters documents. What is newer than one that is not yet sent replaces it; anything else is left as it stands. Of sources that
-- count versions (:versioned) the higher one is newer; of others whatever says something else. What stands in Xero is replaced
-- by what is newer only of kinds that are changed there (:updates).
insert into posting (id, company, source, source_id, version, kind, resource, document_date, currency, total,
                     employee, merchant, event, content_hash, mistaken_by, trace, state, received_at, changed_at)
select a.id, a.company, a.source, a.source_id, coalesce(a.version, 1), a.kind, a.resource, a.document_date, a.currency, a.total,
       a.employee, a.merchant, a.event, a.content_hash, a.mistaken_by, a.trace, 'RECEIVED', :now, :now
from unnest(:ids, :companies, :sources, :source_ids, :versions, :kinds, :resources, :dates, :currencies, :totals,
            :employees, :merchants, :events, :hashes, :mistaken_by, :traces, :wanted)
     as a (id, company, source, source_id, version, kind, resource, document_date, currency, total,
           employee, merchant, event, content_hash, mistaken_by, trace, wanted)
where exists (select from company where company.id = a.company)
  -- What its source has withdrawn is never new.
  and (a.wanted or exists (select from posting p
                           where p.company = a.company and p.source = a.source and p.source_id = a.source_id))
order by a.id
on conflict (company, source, source_id) do update
set version = case when :versioned then excluded.version else posting.version + 1 end,
    kind = excluded.kind,
    -- What stands in Xero is changed there.
    resource = case when posting.xero_id is null or posting.state = 'UNDONE' then excluded.resource
                    else (select r.resource from posting_resource r where r.changes = excluded.resource) end,
    document_date = excluded.document_date, currency = excluded.currency, total = excluded.total,
    employee = excluded.employee, merchant = excluded.merchant, event = excluded.event,
    content_hash = excluded.content_hash, mistaken_by = excluded.mistaken_by, trace = excluded.trace, state = 'RECEIVED', problems = null, waits_for = '{}', refusals = 0, claimed_by = null,
    -- What was halved because of what it said goes whole again.
    max_batch = excluded.max_batch,
    -- What was undone is gone for good: what is newer stands under a marker of its own.
    marker = case when posting.state = 'UNDONE' then null else posting.marker end,
    xero_id = case when posting.state = 'UNDONE' then null else posting.xero_id end,
    -- An export that was asked for sends what a document says then; what is newer than what it sent is for another.
    export_run = case when posting.state in ('RECEIVED', 'HELD', 'READY') then posting.export_run end,
    later_hash = null, later_from = null, changed_at = :now
where case when :versioned then posting.version < excluded.version else posting.content_hash <> excluded.content_hash end
  and (posting.state in ('RECEIVED', 'HELD', 'READY', 'NOTHING_TO_POST', 'UNDONE')
       or :updates and posting.state in ('POSTED', 'DIFFERENT'))
  and (posting.xero_id is null or posting.state = 'UNDONE'
       -- Changed can be what is still of the same resource, and that nobody is undoing.
       or exists (select from posting_resource r
                  where r.changes = excluded.resource and posting.resource in (r.resource, r.changes))
          and not exists (select from posting u where u.undoes = posting.id and u.source_id = 'undo:' || posting.xero_id))
returning company, source, source_id
