-- Adds up what has changed in the number of documents of each state, some of it at a time; another engine that does it too takes
-- other rows.
with taken as (
  delete from posting_count
  where ctid = any (array(select ctid from posting_count limit 5000 for update skip locked))
  returning company, state, documents
)
insert into posting_total as t (company, state, documents)
select company, state, sum(documents) from taken
where exists (select from company c where c.id = taken.company)
group by company, state order by company, state
on conflict (company, state) do update set documents = t.documents + excluded.documents
