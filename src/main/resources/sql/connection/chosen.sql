-- The choice is made: the token set lives as long as a connection uses it.
update xero_token_set set kept_until = null where id = :tokenSet
