-- Something came in the way between check and claim, by what these documents say now. Made anew they may say something else,
-- such as an account's new code.
update posting p
set state = 'RECEIVED', claimed_by = null, batch = null, changed_at = :now
from unnest(:ids, :versions) as d (id, version)
where p.id = d.id and p.version = d.version and p.state = 'READY' and p.claimed_by = :instance
