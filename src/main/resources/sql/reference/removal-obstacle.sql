select case when exists (select from xero_connection x where x.company = c.id and x.state in ('ACTIVE', 'EXPIRED')) then 'CONNECTED'
            when exists (select from posting p where p.company = c.id) then 'DOCUMENTS'
            else 'NONE' end
from company c where c.id = :company
