delete from xero_token_set s where not exists (select 1 from xero_connection c where c.token_set = s.id)
