insert into notice_told (destination, need, about, code, actor, message, number)
values (:destination, :need, :about, :code, :actor, :message, :number)
on conflict (destination, need) do update set number = excluded.number, missing_since = null
