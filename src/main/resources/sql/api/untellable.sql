-- What could not be told, the newest first.
select kind, item, company, subject, code, message, waits_for, since
from untellable
where :company::text is null or company = :company
order by since desc, kind, item
limit :limit
