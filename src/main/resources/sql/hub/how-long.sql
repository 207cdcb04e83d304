-- How long the newest posted documents took from their receipt until they were read back, in seconds.
select ceil(extract(epoch from h.at - p.received_at))::bigint as seconds
from (select id, received_at from posting where company = :company and state = 'POSTED' order by id desc limit :limit) p
cross join lateral (select at from posting_history where posting = p.id and state = 'POSTED' order by id limit 1) h
order by 1
