-- Takes companies that have something to tell and that no living instance is telling for.
with due as (
  select c.id from company c left join reference_publication p on p.company = c.id
  where p.republish_after is not null
     or exists (select from reference_change r
                where r.company = c.id and r.id > coalesce(p.published, 0) and r.told)
)
insert into reference_publication as p (company, owner)
select id, :#${variable.instance}::uuid from due
on conflict (company) do update set owner = excluded.owner
where p.owner is null or p.owner = excluded.owner
   or not exists (select from engine_instance i where i.id = p.owner and i.alive_until > ledgerway_now())
returning company
