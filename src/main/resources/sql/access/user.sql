select id, login, name, password, must_change, operator, disabled_at, created_at, signed_in_at from hub_user where login = :login
