-- Takes dead letters that are to go in again: some megabytes at a time, each for a minute, and one that never comes to an end,
-- because it takes the engine down with it, five times.
with due as (
  select id, replay_at, coalesce(octet_length(coalesce(edited, payload)), 0) as bytes
  from dead_letter
  where replay_at <= :#${variable.now}::timestamptz and replays < 5 and entered_at is null
  order by replay_at, id
  limit 200
  for update skip locked
), portion as (
  select id, row_number() over (order by replay_at, id) as place, sum(bytes) over (order by replay_at, id) as bytes from due
)
update dead_letter d
set replay_at = :#${variable.now}::timestamptz + interval '1 minute', replays = d.replays + 1
from portion s
where d.id = s.id and (s.place = 1 or s.bytes <= 4000000)
returning d.id, d.topic, d.partition_no, d.record_offset, d.record_key, coalesce(d.edited, d.payload) as payload, d.headers, d.received_at
