-- A mapping was edited, or the engine was started: what could not be told because of it is tried again. It stays listed until
-- it is told. An outcome of whose document a later one has been told is over: to tell it now would turn the order round.
with again as (
  select kind, item, company from untellable
  where waits_for = 'mapping:' || :#${variable.mapping} or waits_for is null and code <> 'OVERTAKEN'
), outcome as (
  select h.id, exists (select from posting_history later
                       where later.posting = h.posting and later.id > h.id and later.told_at is not null) as overtaken
  from again join posting_history h on h.id = case again.kind when 'outcome' then again.item::bigint end
), outcomes as (
  update posting_history h set untellable = false from outcome o where h.id = o.id and not o.overtaken
), overtaken as (
  update untellable u
  set code = 'OVERTAKEN', message = 'A later outcome of this document was told.', waits_for = null
  from outcome o where u.kind = 'outcome' and u.item = o.id::text and o.overtaken
), letters as (
  update dead_letter d set untellable = false from again
  where d.id = case again.kind when 'dead-letter' then again.item::uuid end
)
update reference_publication p set republish_after = ''
where source = split_part(:#${variable.mapping}, '/', 1)
  and company in (select company from again where kind = 'reference-record')
