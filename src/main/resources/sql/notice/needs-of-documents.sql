-- What a company's documents need somebody for, the same need once: whatever of it is mended releases all of them. Those that hold up
-- most stand first. What is the same but for what was said of it counts as one: a message is about the record that has to be mended.
-- What is just being looked at again has it until it is known to be mended.
select n.code, n.actor, n.message, n.action, count(*) as documents, min(n.changed_at) as since,
       trim_array(array_agg(n.id order by n.id), greatest(0, count(*)::int - 3)) as some
from (
  select p.id, p.changed_at, need ->> 'code' as code, need ->> 'actor' as actor, need ->> 'message' as message, need ->> 'action' as action
  from posting p
  cross join lateral jsonb_array_elements(p.problems::jsonb) need
  where p.company = :company and p.state in ('HELD', 'DIFFERENT', 'UNCERTAIN', 'RECEIVED') and p.problems is not null) n
where :actor::text is null or n.actor = :actor
group by n.code, n.actor, n.message, n.action
order by documents desc, since, n.code, n.message
limit :limit
