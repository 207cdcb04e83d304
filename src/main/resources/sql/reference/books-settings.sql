select s.is_set_up,
       case when s.state in ('EXPIRED', 'DISABLED') then s.state else 'OPEN' end as access,
       array(select x.source from company_source x where x.company = c.id and not x.enabled) as sources_off
from company c join company_state s on s.company = c.id
where c.id = :company
