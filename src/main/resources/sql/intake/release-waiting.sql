-- Newer versions of documents that were on their way to Xero, or stand there and are being undone, go in when that has
-- come to its end.
update dead_letter l
set replay_at = :#${variable.now}::timestamptz, replays = 0
from posting p
where l.entered_at is null and l.replay_at is null and l.waits_for ~ '^(settled|undone):'
  and p.company = l.company
  and p.source = split_part(substr(l.waits_for, strpos(l.waits_for, ':') + 1), '/', 1)
  and p.source_id = l.source_id
  and p.state not in ('SENDING', 'UNCERTAIN')
  and (l.waits_for like 'settled:%' or p.state not in ('POSTED', 'DIFFERENT'))
