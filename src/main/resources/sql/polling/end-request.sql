update source_request set ended_at = ledgerway_now() where id = :id
