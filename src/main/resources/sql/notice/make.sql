insert into notice_delivery (id, destination, company, occasion, body, due_at, made_at)
values (:id, :destination, :company, :occasion, :body, :due, :now)
