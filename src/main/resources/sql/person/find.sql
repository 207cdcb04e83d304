select id, email_hash, asked_by, asked_at, step, counts::text as counts, ended_at from erasure where company = :company and id = :id
