-- One page of a company's exports, newest first, with what became of their documents by now.
select r.id, r.source, r.occasion, r.what, r.filter, r.asked_by, r.due_at, r.begun_at, r.documents, r.ended_at, counted.states
from export_run r
cross join lateral (
  select coalesce(json_object_agg(state, documents), '{}') as states
  from (select p.state, count(*) as documents from posting p where p.export_run = r.id group by p.state order by p.state) by_state
) counted
where r.company = :company
  and (:id::uuid is null or r.id = :id::uuid)
  and (:before::uuid is null or r.id < :before::uuid)
order by r.id desc
limit :limit
