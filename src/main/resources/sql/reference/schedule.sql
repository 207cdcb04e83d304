-- When a company's reference data is read: as it chose, or as is usual.
select coalesce(s.sync_at, default_sync_at(:company)) as sync_at, coalesce(s.sync_zone, 'UTC') as sync_zone
from (select) one left join import_schedule s on s.company = :company
