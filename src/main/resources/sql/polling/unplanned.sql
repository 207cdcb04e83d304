-- Sources whose next reading is to be planned.
select company, source
from company_source
where enabled and problem is null and next_poll_at is null
limit 100
