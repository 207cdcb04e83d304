-- The tenant stays known, so that connecting it again restores what was chosen for it. A connection that a person's
-- consent made is noted down to be ended at Xero; a custom connection is the organisation's own, and stays there.
with before as (
  select c.company, c.connection_id, c.token_set, s.grant_type
  from xero_connection c
  left join xero_token_set s on s.id = c.token_set
  where c.company = :company and c.state <> 'DISABLED'
  for update of c
), ending as (
  insert into xero_disconnection (connection_id, token_set, company, since)
  select connection_id, token_set, company, :now from before
  where grant_type = 'AUTHORIZATION_CODE' and connection_id is not null
  on conflict (connection_id) do nothing
)
update xero_connection c
set state = 'DISABLED', state_reason = :reason, token_set = null, changed_at = :now
from before where before.company = c.company
