-- One page of the documents that a person's e-mail is on, newest first: finished ones by posting_person, the others, which are few,
-- by posting_open.
select id, source, source_id, state, finished, erased from (
  (select p.id, p.source, p.source_id, p.state, true as finished, p.event is null as erased
   from posting p
   where p.company = :company and lower(p.employee) = :email and p.employee is not null
     and p.state in ('POSTED', 'NOTHING_TO_POST', 'UNDONE') and (:before::uuid is null or p.id < :before::uuid)
   order by p.id desc
   limit :limit)
  union all
  (select p.id, p.source, p.source_id, p.state, false, false
   from posting p
   where p.company = :company and lower(p.employee) = :email
     and p.state not in ('POSTED', 'NOTHING_TO_POST', 'UNDONE') and (:before::uuid is null or p.id < :before::uuid)
   order by p.id desc
   limit :limit)) found
order by id desc
limit :limit
