-- Newer versions of documents that were on their way to Xero, or stand there and are being undone, go in when that has
-- come to its end. The index is stepped over from one company to the next: where none waits nothing is read.
with recursive waiting (company) as (
  (select company from dead_letter
   where entered_at is null and replay_at is null and waits_for ~ '^(settled|undone):' and company is not null
   order by company limit 1)
  union all
  select further.company
  from waiting
  cross join lateral (
    select l.company from dead_letter l
    where l.entered_at is null and l.replay_at is null and l.waits_for ~ '^(settled|undone):' and l.company > waiting.company
    order by l.company limit 1) further
)
update dead_letter l
set replay_at = :#${variable.now}::timestamptz, replays = 0
from waiting w
join posting p on p.company = w.company
where l.company = w.company and l.entered_at is null and l.replay_at is null and l.waits_for ~ '^(settled|undone):'
  and p.source = split_part(substr(l.waits_for, strpos(l.waits_for, ':') + 1), '/', 1)
  and p.source_id = l.source_id
  and p.state not in ('SENDING', 'UNCERTAIN')
  and (l.waits_for like 'settled:%' or p.state not in ('POSTED', 'DIFFERENT'))
