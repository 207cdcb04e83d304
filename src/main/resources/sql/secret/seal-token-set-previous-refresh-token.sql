-- Only while it is what it was: another engine may have renewed it meanwhile.
update xero_token_set set previous_refresh_token = :anew where id::text = :id and previous_refresh_token = :before
