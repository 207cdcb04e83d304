-- The receipts of the given documents, in the order in which they go, and what their company chose.
select r.posting, r.id, r.source_id, r.kind, r.file_name,
       case when r.state <> 'WAITING' or c.choice = '"ALL"' or c.choice = '"RECEIPTS"' and r.kind = 'RECEIPT' then r.state
            else 'NOT_CHOSEN' end as state, r.name, r.content_type, r.size, r.sha256, r.xero_id, r.attempts, r.due_at, r.problems, r.changed_at
from receipt r
left join source_choice c on c.company = r.company and c.source = r.source and c.name = 'receipts' and c.value = ''
where r.posting = any (:postings)
order by r.kind, r.id
