-- The source says something else of a document that stands in Xero. What was different already keeps its own reasons.
update posting
set later_from = coalesce(later_from, state), later_hash = :hash, state = 'DIFFERENT',
    problems = case when coalesce(later_from, state) = 'POSTED' then :problems else problems end, changed_at = :now
where id = :id and state in ('POSTED', 'DIFFERENT') and content_hash <> :hash and later_hash is distinct from :hash
