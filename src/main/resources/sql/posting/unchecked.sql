-- One company's next documents to check. Two instances may check the same one; only one changes its state.
select id, company, source, source_id, version, kind, resource, currency, total, event, marker
from posting
where company = :#${variable.company} and state = 'RECEIVED'
order by id
limit 500
