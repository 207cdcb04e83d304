insert into membership (user_id, company, role)
select id, :company, :role from hub_user where login = :login
on conflict (user_id, company) do update set role = excluded.role
