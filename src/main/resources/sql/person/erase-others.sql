-- What was asked for and what was said in passing: exports of one person, reasons of things that did not go through.
with exports as (
  update export_run set filter = null where company = :company and strpos(lower(filter), :email) > 0 returning id
), readings as (
  update poll set memory = '{}', problem = null, note = null
  where company = :company and ended_at is not null and strpos(lower(concat_ws(' ', memory, problem, note)), :email) > 0 returning id
), open_readings as materialized (
  select id from poll
  where company = :company and ended_at is null and strpos(lower(concat_ws(' ', memory, problem, note)), :email) > 0
), untold as (
  update untellable set message = 'Erased on request.', subject = case when strpos(lower(subject), :email) = 0 then subject end
  where company = :company and strpos(lower(concat_ws(' ', subject, message)), :email) > 0 returning item
), imports as (
  update import_run set problem = 'Erased on request.' where company = :company and strpos(lower(problem), :email) > 0 returning company
), work as (
  update work_lease set problem = 'Erased on request.' where strpos(lower(problem), :email) > 0 returning key
)
select 0 as seen, null as after,
       jsonb_build_object(
         'others', (select count(*) from exports) + (select count(*) from readings) + (select count(*) from untold)
                   + (select count(*) from imports) + (select count(*) from work),
         'left', (select coalesce(jsonb_agg(jsonb_build_object('place', 'readings', 'id', id,
                    'reason', 'The source is being read: erase again when that has ended.')), '[]')
                  from open_readings))::text as counts
