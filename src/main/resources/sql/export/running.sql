-- The export under way that has what was asked for again.
select r.id from export_run r
where r.company = :company and r.ended_at is null and (:source::text is null or r.source is null or r.source = :source)
order by r.id desc limit 1
