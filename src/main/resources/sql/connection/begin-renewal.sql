insert into xero_renewal (token_set, began_at) values (:tokenSet, :now) on conflict (token_set) do nothing
