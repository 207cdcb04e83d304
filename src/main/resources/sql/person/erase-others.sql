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
), notices as (
  -- What was told of a need that somebody was named in; one that is still to be delivered says it no longer.
  update notice_delivery set body = regexp_replace(body, regexp_replace(:email, '([^a-z0-9@_-])', '\\\1', 'g'), 'erased', 'gi')
  where company = :company and strpos(lower(body), :email) > 0 returning id
), needs as (
  update notice_told t set message = 'Erased on request.'
  from notice_destination d
  where d.id = t.destination and d.company = :company and strpos(lower(t.message), :email) > 0 returning t.need
), work as (
  update work_lease set problem = 'Erased on request.' where strpos(lower(problem), :email) > 0 returning key
)
select 0 as seen, null as after,
       jsonb_build_object(
         'others', (select count(*) from exports) + (select count(*) from readings) + (select count(*) from untold)
                   + (select count(*) from imports) + (select count(*) from work) + (select count(*) from notices) + (select count(*) from needs),
         'left', (select coalesce(jsonb_agg(jsonb_build_object('place', 'readings', 'id', id,
                    'reason', 'The source is being read: erase again when that has ended.')), '[]')
                  from open_readings))::text as counts
