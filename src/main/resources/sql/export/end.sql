-- An export is over when nothing of it is on its way any more; what is held then goes out with it when it is mended.
update export_run r set ended_at = :#${variable.now}::timestamptz
where r.ended_at is null
  and not exists (select from posting p
                  where p.export_run = r.id and p.state in ('RECEIVED', 'READY', 'SENDING', 'UNCERTAIN'))
