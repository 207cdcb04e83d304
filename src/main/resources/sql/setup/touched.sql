-- Documents that are not on their way yet and name one of the records: what a change of the settings touches.
select count(*) from posting p
where p.company = :company and p.state in ('RECEIVED', 'READY', 'HELD')
  and exists (select from unnest(cast(:ids as text[])) as record(id) where position('"' || record.id || '"' in p.event) > 0)
