delete from source_request where started_at < ledgerway_now() - interval '1 hour'
