insert into poll (id, company, source, kind, first_day, last_day, since, until, ids, after_id, step, next_at, asked_by, started_at)
values (:id, :company, :source, :kind, :first::date, :last::date, :since::date, :until::date, :ids, :after, :step, ledgerway_now(), :by,
        ledgerway_now())
on conflict (company, source, kind) where ended_at is null do nothing
