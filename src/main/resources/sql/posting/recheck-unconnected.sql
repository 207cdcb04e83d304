-- Ready, but Xero no longer lets the company in: these are checked again, which holds them until the connection is mended. Two
-- seconds after it ended every instance's books say so.
update posting p
set state = 'RECEIVED', changed_at = :#${variable.now}::timestamptz
from xero_connection x
where x.company = p.company and x.state in ('EXPIRED', 'DISABLED') and x.changed_at < :#${variable.now}::timestamptz - interval '2 seconds'
  and p.state = 'READY' and p.claimed_by is null
