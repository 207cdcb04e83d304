delete from xero_token_set s
where not exists (select from xero_connection c where c.token_set = s.id)
  and not exists (select from xero_disconnection d where d.token_set = s.id)
  and (s.kept_until is null or s.kept_until < :now)
