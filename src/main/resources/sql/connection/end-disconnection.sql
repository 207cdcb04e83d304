delete from xero_disconnection where connection_id = :connectionId
