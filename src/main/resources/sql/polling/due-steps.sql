-- Of each source of a company its oldest open reading, when its next step is due.
select company, source
from (select distinct on (p.company, p.source) p.company, p.source, p.next_at
      from poll p join company_source s on s.company = p.company and s.source = p.source and s.enabled and s.account is not null
      where p.ended_at is null
      order by p.company, p.source, p.id) oldest
where next_at <= ledgerway_now()
order by next_at
limit 200
