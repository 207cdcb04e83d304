-- Only while it is what it was: another engine may have renewed it meanwhile.
update xero_token_set set refresh_token = :anew where id::text = :id and refresh_token = :before
