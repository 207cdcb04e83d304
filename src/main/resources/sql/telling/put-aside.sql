insert into untellable (kind, item, company, subject, code, message, waits_for, since)
values (:kind, :item, :company, :subject, :code, :message, :waitsFor, :now)
on conflict (kind, item) do update
set code = excluded.code, message = excluded.message, waits_for = excluded.waits_for, since = excluded.since
