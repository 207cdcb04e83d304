insert into source_request (credential, id, started_at) values (:credential, :id, ledgerway_now())
