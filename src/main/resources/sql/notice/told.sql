select need, about, code, actor, message, number, missing_since from notice_told where destination = :destination
