-- What changed in the company's books: who it was about goes, that something changed stays. What is not told or looked at yet is
-- named.
with walked as materialized (
  select c.id, c.version from reference_change c
  where c.company = :company
    and (c.version, c.id) > (coalesce(split_part(:after, '/', 1)::bigint, 0), coalesce(split_part(:after, '/', 2)::bigint, 0))
  order by c.version, c.id
  limit 500
), judged as materialized (
  select c.id,
         exists (select from books_moved b where b.company = c.company and b.version <= c.version)
         or c.told and c.id > coalesce((select min(p.published) from reference_publication p where p.company = c.company), 0) as waits
  from walked w join reference_change c using (id)
  where strpos(lower(concat_ws(' ', c.record_id, array_to_string(c.keys, ' '), c.before::text, c.after::text)), :email) > 0
), erased as (
  update reference_change c
  set keys = '{}',
      before = case when jsonb_typeof(c.before) = 'object' then c.before - '{email,name,code,parent,detail}'::text[] end,
      after = case when jsonb_typeof(c.after) = 'object' then c.after - '{email,name,code,parent,detail}'::text[] end
  from judged j where c.id = j.id and not j.waits
)
select (select count(*) from walked) as seen,
       (select version || '/' || id from walked order by version desc, id desc limit 1) as after,
       jsonb_build_object(
         'changes', (select count(*) from judged where not waits),
         'left', (select coalesce(jsonb_agg(jsonb_build_object('place', 'changes', 'id', id,
                    'reason', 'It has not been told yet: erase again when it has.')), '[]')
                  from judged where waits))::text as counts
