select case when waits_for is null then 'sender' when waits_for like 'mapping:%' then 'mapping'
            when waits_for = 'engine' then 'engine' else 'document' end as waits,
       count(*) as letters, min(received_at) as since
from dead_letter
where entered_at is null
group by 1
union all
select unnest(array['sender', 'mapping', 'engine', 'document']), 0, null
