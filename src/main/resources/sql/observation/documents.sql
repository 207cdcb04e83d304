-- Walks over posting_open alone: what is posted is not in it. A document counts under the first of its problems.
select state, coalesce(substring(problems from '"code" ?: ?"([A-Z0-9_]+)"'), '') as cause, count(*) as documents, min(changed_at) as since
from posting
where state not in ('POSTED', 'NOTHING_TO_POST', 'UNDONE')
group by 1, 2
union all
select unnest(array['RECEIVED', 'HELD', 'READY', 'SENDING', 'UNCERTAIN', 'DIFFERENT']), '', 0, null
