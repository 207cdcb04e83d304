-- The source says again what was posted.
update posting
set state = later_from, problems = case when later_from = 'DIFFERENT' then problems end, later_hash = null, later_from = null,
    changed_at = :now
where id = :id and state = 'DIFFERENT' and content_hash = :hash and later_hash is not null
