select code, action, count(*) as letters, min(received_at) as since
from dead_letter where company = :company and entered_at is null
group by code, action order by letters desc, code limit 100
