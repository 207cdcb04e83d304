-- What stays away from a change stays as it is: the secret, and what the destination was told.
insert into notice_destination (id, company, place, kind, url, addresses, occasion, at, actors, secret, secret_set_at, enabled, next_look_at)
values (:id, :company, :place, :kind, :url, :addresses, :occasion, :at, :actors, :secret, case when :secret::bytea is not null then :now::timestamptz end, :enabled, :next)
on conflict (id) do update set
  place = excluded.place, kind = excluded.kind, url = excluded.url, addresses = excluded.addresses, occasion = excluded.occasion,
  at = excluded.at, actors = excluded.actors, enabled = excluded.enabled, next_look_at = excluded.next_look_at,
  off_because = case when not excluded.enabled then notice_destination.off_because end,
  secret = case when excluded.kind = 'WEBHOOK' then coalesce(excluded.secret, notice_destination.secret) end,
  secret_set_at = case when excluded.kind = 'WEBHOOK' then coalesce(excluded.secret_set_at, notice_destination.secret_set_at) end,
  former_secret = case when excluded.secret is null then notice_destination.former_secret else notice_destination.secret end,
  former_until = case when excluded.secret is null then notice_destination.former_until else :formerUntil::timestamptz end
