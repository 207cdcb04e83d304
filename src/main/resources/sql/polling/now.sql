select ledgerway_now() as now, coalesce(i.sync_zone, 'UTC') as zone
from company c left join import_schedule i on i.company = c.id
where c.id = :company
