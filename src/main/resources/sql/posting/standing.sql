-- How documents that were not entered stand in the ledger.
select p.id, p.company, p.source, p.source_id, p.version, p.content_hash, p.state, p.total, p.later_hash
from unnest(:companies, :sources, :source_ids) as a (company, source, source_id)
join posting p using (company, source, source_id)
