-- Something came in the way between check and claim.
update posting p
set state = 'HELD', problems = d.problems, waits_for = coalesce(string_to_array(d.waits_for, e'\n'), '{}'), claimed_by = null, batch = null,
    books_version = d.books_version, changed_at = :now
from unnest(:ids, :versions, :problems, :waits_for, :books_versions) as d (id, version, problems, waits_for, books_version)
where p.id = d.id and p.version = d.version and p.state = 'READY' and p.claimed_by = :instance
