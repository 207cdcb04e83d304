-- What active connections are opened with: one of each key that it was sealed with (its id is in the first five bytes).
select distinct on (substring(coalesce(s.access_token, s.refresh_token, s.client_secret) for 5))
       s.id, coalesce(s.access_token, s.refresh_token, s.client_secret) as sealed
from xero_connection c
join xero_token_set s on s.id = c.token_set
where c.state = 'ACTIVE' and coalesce(s.access_token, s.refresh_token, s.client_secret) is not null
