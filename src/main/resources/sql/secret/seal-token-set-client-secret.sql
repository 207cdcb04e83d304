-- Only while it is what it was: another engine may have renewed it meanwhile.
update xero_token_set set client_secret = :anew where id::text = :id and client_secret = :before
