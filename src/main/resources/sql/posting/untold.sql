-- Outcomes that their source has not been told yet, in the order in which they came about.
select h.id as history, h.posting, h.company, h.version, h.state, h.problems, h.xero_id, h.at, p.source_id, p.resource, p.kind
from posting_history h
join posting p on p.id = h.posting
where h.told_at is null and h.state in ('POSTED', 'HELD', 'DIFFERENT') and p.source = :#${variable.source}
order by h.id
limit 500
