-- How documents that were not entered stand in the ledger.
select p.id, p.company, p.source, p.source_id, p.version, p.content_hash, p.state, p.kind, p.document_date, p.currency, p.total, p.later_hash,
       case when p.content_hash <> a.content_hash then p.event end as event
from unnest(:companies, :sources, :source_ids, :hashes) as a (company, source, source_id, content_hash)
join posting p using (company, source, source_id)
