-- Refreshes whose answer was lost, which must be made again within Xero's grace of half an hour; and token sets of
-- companies that are quiet, as Xero forgets a refresh token that nobody uses for 60 days.
select s.id
from xero_token_set s
where s.grant_type = 'AUTHORIZATION_CODE'
  and (s.renewal_began_at < :lostBefore or s.access_expires_at < :quietBefore)
  and (exists (select from xero_connection c where c.token_set = s.id and c.state = 'ACTIVE')
       or exists (select from xero_disconnection d where d.token_set = s.id)
       or s.kept_until > :now)
