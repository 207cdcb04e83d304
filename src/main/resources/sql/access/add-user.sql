-- Whoever comes second finds the user that is there.
insert into hub_user (id, login, name, password, must_change, operator, created_at)
values (:id, :login, :name, :password, :mustChange, :operator, :now)
on conflict (login) do nothing
