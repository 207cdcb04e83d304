-- Writes down what the check found. A document that was replaced meanwhile is left for its own check.
update posting p
set state = c.state, document = c.document, problems = c.problems, waits_for = coalesce(string_to_array(c.waits_for, e'\n'), '{}'), books_version = c.books_version,
    mapping_version = c.mapping_version,
    changed_at = :now
from unnest(:ids, :versions, :states, :problems, :waits_for, :books_versions, :mapping_versions, :documents)
     as c (id, version, state, problems, waits_for, books_version, mapping_version, document)
where p.id = c.id and p.version = c.version and p.state = 'RECEIVED'
