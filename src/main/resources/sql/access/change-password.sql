update hub_user set password = :password, must_change = :mustChange where login = :login
