-- What active connections, sources and notices are opened or signed with: one of each key that it was sealed with (its id is in the first five
-- bytes).
select distinct on (substring(sealed for 5)) owner, sealed
from (
  select s.id::text as owner, coalesce(s.access_token, s.refresh_token, s.client_secret) as sealed
  from xero_connection c
  join xero_token_set s on s.id = c.token_set
  where c.state = 'ACTIVE'
  union all
  select company || '/' || source || '/' || name, sealed from source_secret
  union all
  select id::text, secret from notice_destination
) used
where sealed is not null
