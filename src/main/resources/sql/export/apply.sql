-- Some of what is ready is released, or no longer, by the schedule that is in force from now on. What is switched off is no longer
-- asked for. What becomes ready later the database looks after (release_for_export).
with wrong as materialized (
  select p.id, m.mode
  from posting p
  left join export_schedule own on own.company = p.company and own.source = p.source
  left join export_schedule its on its.company = p.company and its.source = ''
  cross join lateral (select coalesce(own.mode, its.mode, 'REAL_TIME') as mode) m
  where p.company = :company and p.undoes is null and p.state in ('READY', 'HELD')
    and (p.state = 'READY' and p.released <> (m.mode = 'REAL_TIME' or m.mode <> 'OFF' and p.export_run is not null)
         or m.mode = 'OFF' and p.export_run is not null)
  limit 20000
)
update posting p
set export_run = case when w.mode <> 'OFF' then p.export_run end,
    released = w.mode = 'REAL_TIME' or w.mode <> 'OFF' and p.export_run is not null
from wrong w
where p.id = w.id and p.state in ('READY', 'HELD')
