-- A company's next changes, in the order in which they came about, as the mapping reference-record reads them.
select l.id as sequence, l.company || '/' || l.kind || '/' || l.record_id as item, account_of_company(l.company, p.source) || '/' || l.kind || '/' || l.record_id as key,
       l.company, l.record_id as subject,
       (jsonb_build_object('detail', '{}'::jsonb) || l.after || jsonb_build_object(
         'company', account_of_company(l.company, p.source), 'kind', l.kind, 'id', l.record_id, 'sequence', l.id, 'change', l.change, 'changed', l.changed,
         'at', to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))::text as record
from reference_log l
join reference_publication p on p.company = l.company and p.source = :#${variable.source} and exists (select from work_lease w where w.token = :#${variable.lease.token}::uuid)
where l.company = :#${variable.company} and l.id > (select o.published from reference_publication o where o.company = :#${variable.company} and o.source = :#${variable.source}) and l.told
order by l.id
limit 500
