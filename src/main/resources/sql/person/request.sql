insert into erasure (id, company, email, email_hash, asked_by, asked_at) values (:id, :company, :email, :hash, :askedBy, :now)
