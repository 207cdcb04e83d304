select company, state, state_reason, tenant_id, tenant_name, connection_id, day_limit, changed_at
from xero_connection
order by company
