-- From here on these documents may stand in Xero. Only those that are still ours, still say what was mapped, and whose export
-- was not switched off meanwhile.
update posting p
set state = 'SENDING', document = d.document, marker = d.marker, position = d.position, claimed_by = null, problems = null, waits_for = '{}',
    changed_at = :now
from unnest(:ids, :versions, :documents, :markers, :positions) as d (id, version, document, marker, position)
where p.id = d.id and p.version = d.version and p.state = 'READY' and p.batch = :batch and p.claimed_by = :instance and p.released
returning p.id
