select p.*, s.account, s.credential
from poll p join company_source s on s.company = p.company and s.source = p.source and s.enabled and s.account is not null
where p.company = :company and p.source = :source and p.ended_at is null
order by p.id
limit 1
