select c.export_mode, s.is_set_up,
       case when s.state in ('EXPIRED', 'DISABLED') then s.state else 'OPEN' end as access
from company c join company_state s on s.company = c.id
where c.id = :company
