-- Sources whose next reading is to be planned. One without an account would be asked for everybody's records.
select company, source
from company_source
where enabled and account is not null and problem is null and next_poll_at is null
limit 100
