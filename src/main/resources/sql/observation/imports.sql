-- One row per company.
select case when started_at is null or requested_at > coalesce(finished_at, started_at) and finished_at is not null then 'WAITING'
            when finished_at is null or finished_at < started_at then 'RUNNING'
            when resumes_at > :now::timestamptz then 'WAITING_FOR_XERO'
            when problem is not null then 'FAILED' else 'DONE' end as outcome,
       count(*) as imports, min(coalesce(finished_at, started_at, requested_at)) as since
from import_run
group by 1
union all
select unnest(array['WAITING', 'RUNNING', 'WAITING_FOR_XERO', 'FAILED', 'DONE']), 0, null
