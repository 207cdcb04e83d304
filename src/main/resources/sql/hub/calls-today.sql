-- Calls to Xero of a company since then, by what they were for.
select case when resource like '%/Attachments' then 'RECEIPTS' when method = 'GET' then 'READS' else 'DOCUMENTS' end as what,
       count(*) as calls, coalesce(sum(elements), 0) as elements
from xero_call
where company = :company and started_at >= :since
group by 1
