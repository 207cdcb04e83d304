-- Kept for a day, so that a log line of yesterday can still be understood.
delete from engine_instance where alive_until < ledgerway_now() - interval '1 day'
