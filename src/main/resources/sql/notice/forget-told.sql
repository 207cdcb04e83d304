delete from notice_told where destination = :destination and (:need::text is null or need = :need)
