-- An export that was asked for is done when nothing that had come by then is left to check or to send, nor
-- waits for the connection to be mended.
update company c
set export_requested_at = null
where c.export_requested_at is not null
  and not exists (select from posting p where p.company = c.id and p.state in ('RECEIVED', 'READY', 'SENDING') and p.received_at <= c.export_requested_at)
  and not exists (select from posting p
                  where p.company = c.id and p.state = 'HELD' and p.waits_for && '{setting:connection}' and p.received_at <= c.export_requested_at)
