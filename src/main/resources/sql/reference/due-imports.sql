-- Takes up imports that somebody asked for.
update company c
set import_requested_at = null
where c.id in (
  select d.id from company d
  join xero_connection x on x.company = d.id and x.state = 'ACTIVE'
  where d.import_requested_at is not null
  for update of d skip locked)
returning c.id as company
