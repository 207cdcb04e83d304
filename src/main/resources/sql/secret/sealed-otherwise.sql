-- What was sealed with another key than the first, whose id is in the first five bytes. A consent's verifier lives for minutes.
select place, id, owner, sealed
from (
  select 'token-set-client-secret' as place, id::text as id, id::text as owner, client_secret as sealed from xero_token_set
  union all
  select 'token-set-access-token', id::text, id::text, access_token from xero_token_set
  union all
  select 'token-set-refresh-token', id::text, id::text, refresh_token from xero_token_set
  union all
  select 'token-set-previous-refresh-token', id::text, id::text, previous_refresh_token from xero_token_set
  union all
  select 'source-secret', company || '/' || source || '/' || name, company || '/' || source || '/' || name, sealed from source_secret) s
where sealed is not null and substring(sealed for 5) <> :first
