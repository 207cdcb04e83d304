-- What belongs to a company alone goes with it; a company with documents stays.
do $$
declare reference record;
begin
  for reference in
    select c.conname, c.conrelid::regclass as child, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c
    where c.contype = 'f' and c.confrelid = 'company'::regclass and c.confdeltype = 'a' and c.conrelid <> 'posting'::regclass
  loop
    execute format('alter table %s drop constraint %I', reference.child, reference.conname);
    execute format('alter table %s add constraint %I %s on delete cascade', reference.child, reference.conname, reference.definition);
  end loop;
end $$;
