-- What is ready is released, or no longer, by the schedule that is in force from now on. What is switched off is no longer asked
-- for. What becomes ready later the database looks after (release_for_export).
with waiting as materialized (
  select id, source from posting
  where company = :company and undoes is null and (state = 'READY' or state = 'HELD' and export_run is not null)
), modes as (
  select source, export_mode(:company, source) as mode from (select distinct source from waiting) sources
)
update posting p
set export_run = case when m.mode <> 'OFF' then p.export_run end,
    released = m.mode = 'REAL_TIME' or m.mode <> 'OFF' and p.export_run is not null
from waiting w
join modes m on m.source = w.source
where p.id = w.id and p.state in ('READY', 'HELD')
  and (p.released <> (m.mode = 'REAL_TIME' or m.mode <> 'OFF' and p.export_run is not null)
       or m.mode = 'OFF' and p.export_run is not null)
