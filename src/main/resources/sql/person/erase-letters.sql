-- Some letters, of the company and of accounts that nobody knows. What its sender has to mend they have been told of; what goes in by
-- itself is named instead.
with walked as materialized (
  select id, company from dead_letter where id > coalesce(:after::uuid, first_id_of('epoch')) order by id limit 200
), judged as materialized (
  select d.id, d.entered_at is null and (d.waits_for is not null or d.replay_at is not null) as waits
  from walked w join dead_letter d using (id)
  where (d.company = :company or d.company is null)
    and strpos(lower(concat_ws(' ', d.record_key, d.source_id, d.message, d.headers, encode(d.payload, 'escape'), encode(d.edited, 'escape'))),
               :escaped) > 0
), erased as (
  update dead_letter d
  set payload = null, edited = null, headers = null, message = 'Erased on request.',
      record_key = case when strpos(lower(d.record_key), :email) = 0 then d.record_key end,
      source_id = case when strpos(lower(d.source_id), :email) = 0 then d.source_id end
  from judged j where d.id = j.id and not j.waits
)
select (select count(*) from walked) as seen, (select id::text from walked order by id desc limit 1) as after,
       jsonb_build_object(
         'letters', (select count(*) from judged where not waits),
         'left', (select coalesce(jsonb_agg(jsonb_build_object('place', 'letters', 'id', id,
                    'reason', 'It is about to go in by itself: erase again when it has.')), '[]')
                  from judged where waits))::text as counts
