-- Some of a company's documents in the order of their ids: those of the person, those that name their e-mail anywhere, and what
-- undid them. What is finished loses its contents, as by retention; what is not is named.
with walked as materialized (
  select p.id from posting p where p.company = :company and p.id > coalesce(:after::uuid, first_id_of('epoch'))
  order by p.id
  limit 200
), named as materialized (
  select p.id from walked w join posting p using (id)
  where lower(p.employee) = :email
     or strpos(lower(concat_ws(' ', p.event, p.document, p.merchant, p.problems, array_to_string(p.waits_for, ' '))), :email) > 0
     or exists (select from posting_history h where h.posting = p.id and strpos(lower(h.problems), :email) > 0)
     or exists (select from receipt r where r.posting = p.id
                and strpos(lower(concat_ws(' ', r.file_name, r.url, r.name, r.problems, r.source_id)), :email) > 0)
     or exists (select from confirmation c where c.posting = p.id and strpos(lower(c.note), :email) > 0)
), all_of_them as materialized (
  select id from named union select u.id from posting u join named n on u.undoes = n.id
), judged as materialized (
  select p.id, p.source, p.source_id, p.state,
         case when p.state not in ('POSTED', 'NOTHING_TO_POST', 'UNDONE') then 'It is ' || p.state || ': erase again when it is finished.'
              when exists (select from posting_history h
                           where h.posting = p.id and h.told_at is null and not h.untellable and p.undoes is null
                             and h.state in ('POSTED', 'HELD', 'DIFFERENT', 'UNDONE')
                             and p.source = any (string_to_array(:toldSources, ',')))
                then 'An outcome of it has not been told yet: erase again when it has.'
              when exists (select from receipt r where r.posting = p.id and receipt_to_come(r))
                then 'A receipt of it is still to be sent: erase again when it has been.' end as why_not
  from all_of_them a join posting p using (id)
  order by p.id
  for update of p
), story as (
  update posting_history h set problems = null from judged j where h.posting = j.id and j.why_not is null and h.problems is not null
), files as (
  update receipt r
  set file_name = null, url = null, problems = null, due_at = null,
      name = case when r.state <> 'ATTACHED' and strpos(lower(r.name), :email) = 0 then r.name end
  from judged j where r.posting = j.id and j.why_not is null
), told as (
  update confirmation c set note = null from judged j where c.posting = j.id and j.why_not is null
), erased as (
  update posting p
  set event = null, employee = null, merchant = null, problems = null, waits_for = '{}',
      -- Where even a name of the company's own chart has it, nothing stays.
      document = case when strpos(lower(without_words(p.document, p.marker)), :email) = 0 then without_words(p.document, p.marker) end,
      contents_removed_at = :now::timestamptz, contents_removed_by = 'ERASURE',
      trace = left(p.trace, 55) -- without what its sender may have put behind
  from judged j where p.id = j.id and j.why_not is null
)
select (select count(*) from walked) as seen, (select id::text from walked order by id desc limit 1) as after,
       jsonb_build_object(
         'documents', (select count(*) from judged where why_not is null),
         'left', (select coalesce(jsonb_agg(jsonb_build_object('place', 'documents', 'id', id, 'reason', why_not)), '[]')
                  from judged where why_not is not null))::text as counts
