insert into api_key (id, prefix, hash, name, company, role, created_at, created_by, expires_at)
values (:id, :prefix, :hash, :name, :company, :role, :now, :by, :expires)
