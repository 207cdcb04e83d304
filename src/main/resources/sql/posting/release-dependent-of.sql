-- Held documents that wait for one of this batch, which stands in Xero now, are checked again.
update posting p
set state = 'RECEIVED', changed_at = :#${variable.now}::timestamptz
from (select company, array_agg('document:' || source || '/' || source_id) as keys
      from posting
      where batch = :#${variable.batch}::uuid and state in ('POSTED', 'DIFFERENT') and undoes is null
      group by company) standing
where p.company = standing.company and p.state = 'HELD' and waits_for_document(p.waits_for) and p.waits_for && standing.keys
