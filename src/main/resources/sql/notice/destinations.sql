select id, kind, url, addresses, occasion, at, actors, enabled, off_because, secret_set_at, next_look_at,
       coalesce((select sync_zone from import_schedule where company = :company), 'UTC') as zone
from notice_destination where company = :company order by place
