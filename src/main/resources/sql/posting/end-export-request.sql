-- An export that was asked for is done when nothing that had come by then is left to check or to send.
update company c
set export_requested_at = null
where c.export_requested_at is not null
  and not exists (select from posting p where p.company = c.id and p.state in ('RECEIVED', 'READY', 'SENDING') and p.received_at <= c.export_requested_at)
