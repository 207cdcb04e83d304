insert into company (id, name) values (:company, :name) on conflict (id) do update set name = excluded.name
