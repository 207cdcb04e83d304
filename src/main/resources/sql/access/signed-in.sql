update hub_user set signed_in_at = :now where login = :login
