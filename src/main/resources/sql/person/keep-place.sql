-- Counts add up; of what is left the first thousand are named.
update erasure e
set step = coalesce(:step::text, e.step), after = :after::text,
    email = case when :step::text is null then null else e.email end,
    ended_at = case when :step::text is null then :now::timestamptz end,
    counts = (
      select coalesce(jsonb_object_agg(key, case when key = 'left'
                 then (select coalesce(jsonb_agg(value), '[]') from (select value from jsonb_array_elements(
                        coalesce(e.counts -> 'left', '[]') || coalesce(:counts::jsonb -> 'left', '[]')) limit 1000) first)
                 else to_jsonb(coalesce((e.counts ->> key)::bigint, 0) + coalesce((:counts::jsonb ->> key)::bigint, 0)) end), '{}')
      from (select jsonb_object_keys(e.counts || :counts::jsonb) as key) keys)
where e.id = :id
