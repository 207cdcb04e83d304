update notice_told set missing_since = :since where destination = :destination and need = :need
