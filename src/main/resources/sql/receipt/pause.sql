insert into receipt_pause (company, source, until) values (:company, :source, :until)
on conflict (company, source) do update set until = excluded.until
