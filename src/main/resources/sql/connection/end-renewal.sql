delete from xero_renewal where token_set = :tokenSet
