select x.day_limit, t.day_left, t.minute_left, t.paused_until, t.pause_reason
from xero_connection x
left join xero_tenant t on t.tenant_id = x.tenant_id
where x.company = :company
