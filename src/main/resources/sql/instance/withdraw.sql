update engine_instance set alive_until = ledgerway_now() where id = :id
