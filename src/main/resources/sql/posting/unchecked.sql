-- One company's next documents to check, as many as can be held at once. Two instances may check the same one; only one
-- changes its state.
select id, company, source, source_id, version, kind, resource, currency, total, event, marker, xero_id, undoes, mistaken_by, trace
from (
  select *, sum(octet_length(event)) over (order by id) as bytes
  from (
    select id, company, source, source_id, version, kind, resource, currency, total, event, marker, xero_id, undoes, mistaken_by, trace
    from posting
    where company = :#${variable.company} and state = 'RECEIVED'
    order by id
    limit 500) few) measured
where bytes - octet_length(event) < 2000000
order by id
