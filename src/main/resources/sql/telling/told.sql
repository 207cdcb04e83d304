-- The end of a walk: what was told, and what was put aside. What could not be told before and now was is no longer listed.
with outcomes as (
  update posting_history h
  set told_at = case when t.told then :now end, untellable = not t.told
  from (select unnest(string_to_array(case :kind when 'outcome' then :told end, e'\n')::bigint[]), true
        union all select unnest(string_to_array(case :kind when 'outcome' then :aside end, e'\n')::bigint[]), false) as t (id, told)
  where h.id = t.id
), letters as (
  update dead_letter d
  set published_at = case when t.told then :now end, untellable = not t.told
  from (select unnest(string_to_array(case :kind when 'dead-letter' then :told end, e'\n')::uuid[]), true
        union all select unnest(string_to_array(case :kind when 'dead-letter' then :aside end, e'\n')::uuid[]), false) as t (id, told)
  where d.id = t.id
)
delete from untellable where kind = :kind and item = any (string_to_array(:told, e'\n'))
