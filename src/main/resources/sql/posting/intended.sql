-- What was meant by a batch and is not settled yet.
select id, source, kind, position, document, trace
from posting
where batch = :batch and state in ('SENDING', 'UNCERTAIN')
-- those that wait for somebody last
order by problems is not null, position
