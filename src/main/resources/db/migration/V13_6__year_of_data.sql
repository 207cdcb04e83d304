-- What is looked at on a clock or for a page is found by an index, or kept where it comes about: a year of documents costs no more
-- than a day of them.

-- How many documents of a company are in each state. Whatever changes it writes a row of its own, so that nobody waits for another;
-- they are added up now and then (posting/add-up.sql). The two together are exact at any moment.
create table posting_total (
  company    text   not null references company (id) on delete cascade,
  state      text   not null,
  documents  bigint not null,
  primary key (company, state)
);
create table posting_count (
  company    text   not null,
  state      text   not null,
  documents  bigint not null                    -- more, or less
);
create index posting_count_company on posting_count (company);
alter table posting_count set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
insert into posting_total select company, state, count(*) from posting group by company, state;

create function count_documents() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into posting_count select company, state, count(*) from arrived group by company, state;
  elsif tg_op = 'DELETE' then
    insert into posting_count select company, state, - count(*) from gone group by company, state;
  else
    insert into posting_count
    select company, state, sum(n)
    from (select company, state, 1 as n from now_rows union all select company, state, -1 from before_rows) moved
    group by company, state
    having sum(n) <> 0;
  end if;
  return null;
end $$;
create trigger posting_count_arrived after insert on posting
  referencing new table as arrived for each statement execute function count_documents();
create trigger posting_count_gone after delete on posting
  referencing old table as gone for each statement execute function count_documents();
create trigger posting_count_changed after update on posting
  referencing old table as before_rows new table as now_rows for each statement execute function count_documents();

-- What nobody has looked at yet, by company.
create index posting_received on posting (company, id) where state = 'RECEIVED';
-- What people look for among what is done. Documents enter these once, and of what is on its way, which is looked through by
-- posting_open, these know nothing: with each change of a document all its indexes are written, which cost half as much again as
-- all else that the database does for it.
create index posting_state on posting (company, state, id) where state in ('POSTED', 'DIFFERENT', 'NOTHING_TO_POST', 'UNDONE');
create index posting_kind on posting (company, kind, id) where state in ('POSTED', 'DIFFERENT', 'NOTHING_TO_POST', 'UNDONE');
create index posting_employee on posting (company, lower(employee), id) where state in ('POSTED', 'DIFFERENT', 'NOTHING_TO_POST', 'UNDONE');
-- Whatever has no date is the last.
create index posting_date on posting (company, coalesce(document_date, 'infinity'), id)
  where state in ('POSTED', 'DIFFERENT', 'NOTHING_TO_POST', 'UNDONE');
-- What goes together in a call has room for as many: each size is a backlog of its own.
create index posting_claimable_by_size on posting (company, resource, max_batch, received_at, id)
  where state = 'READY' and claimed_by is null and released;
drop index posting_claimable;

create index receipt_state on receipt (company, state, posting);
drop index receipt_failed;

create index organisation_record_listed on organisation_record
  (company, tenant_id, kind, coalesce(code, ''), lower(coalesce(name, '')), id);

create index reference_change_listed on reference_change (company, id);

create index import_schedule_due on import_schedule (next_run_at);
create index xero_connection_not_let_in on xero_connection (company) where state in ('EXPIRED', 'DISABLED');
create index xero_connection_token_set on xero_connection (token_set);

-- Whose books have moved, since which version, and when last. What is held is looked at then, and ever less often for two minutes
-- more: next at look_at (posting/release-held.sql).
create table books_moved (
  company  text        primary key references company (id) on delete cascade,
  version  bigint      not null,
  at       timestamptz not null,
  look_at  timestamptz not null
);
create index books_moved_look on books_moved (look_at);
insert into books_moved (company, version, at, look_at)
select v.company, coalesce(h.version, 0) + 1, now(), now()
from reference_version v left join held_release h on h.company = v.company
where v.version > coalesce(h.version, 0) and exists (select from reference_change c where c.company = v.company and c.version > coalesce(h.version, 0));
drop table held_release;

-- Which sources are told reference data, and of each company the last change that is for them.
create table reference_teller (source text primary key);
insert into reference_teller select distinct source from reference_publication;
alter table reference_publication add column last_change bigint not null default 0;
insert into reference_publication (company, source) select c.id, t.source from company c cross join reference_teller t on conflict do nothing;
update reference_publication p
set last_change = coalesce((select max(c.id) from reference_change c where c.company = p.company and c.told), 0);
create index reference_publication_due on reference_publication (source, company) where last_change > published or republish_after is not null;

create function tell_from_the_beginning() returns trigger language plpgsql as $$
begin
  -- Neither misses the other where both come at once.
  perform pg_advisory_xact_lock(hashtextextended('reference-teller', 0));
  if tg_table_name = 'company' then
    insert into reference_publication (company, source) select new.id, t.source from reference_teller t on conflict do nothing;
  else
    insert into reference_publication (company, source, last_change)
    select c.id, new.source, coalesce((select max(r.id) from reference_change r where r.company = c.id and r.told), 0) from company c
    on conflict do nothing;
  end if;
  return null;
end $$;
create trigger company_told after insert on company for each row execute function tell_from_the_beginning();
create trigger teller_told after insert on reference_teller for each row execute function tell_from_the_beginning();

-- One company's changes are written one set after another (reference_version is their lock).
create function note_moved_books() returns trigger language plpgsql as $$
begin
  insert into books_moved as b (company, version, at, look_at)
  select company, min(version), max(at), max(at) from changes group by company order by company
  on conflict (company) do update
  set version = least(b.version, excluded.version), at = greatest(b.at, excluded.at), look_at = least(b.look_at, excluded.look_at);
  update reference_publication p set last_change = c.last
  from (select company, max(id) as last from changes where told group by company) c
  where p.company = c.company;
  return null;
end $$;
create trigger books_moved after insert on reference_change
  referencing new table as changes for each statement execute function note_moved_books();

-- Companies whose nightly import is to be planned.
alter table company add column planned boolean not null default false;
update company c set planned = exists (select from import_schedule s where s.company = c.id);
create index company_unplanned on company (id) where not planned;

-- Imports that may be due, among those of all companies that are done.
create index import_run_open on import_run (company)
  where started_at is null or finished_at is null or requested_at > started_at or problem is not null;
create or replace view due_import as
select r.company, r.requested_at
from import_run r
join company_state s on s.company = r.company and (s.state = 'ACTIVE' or s.state = 'SETUP_INCOMPLETE' and r.for_set_up)
join xero_connection x on x.company = r.company
left join xero_tenant t on t.tenant_id = x.tenant_id
where r.requested_at is not null and (t.paused_until is null or t.paused_until <= ledgerway_now())
  and (r.started_at is null or r.finished_at is null or r.requested_at > r.started_at or r.problem is not null)
  and (r.started_at is null
       or r.finished_at is null
       or r.requested_at > r.started_at and (r.resumes_at is null or r.requested_at > r.finished_at)
       or r.problem is not null and coalesce(r.resumes_at, r.finished_at + interval '10 minutes') <= ledgerway_now());

-- What nobody has looked at yet and can be looked at now. The index is stepped over from one company to the next: whoever has none
-- costs nothing.
create view due_check as
with recursive waiting (company) as (
  (select company from posting where state = 'RECEIVED' order by company limit 1)
  union all
  select further.company
  from waiting
  cross join lateral (select p.company from posting p where p.state = 'RECEIVED' and p.company > waiting.company order by p.company limit 1) further
)
select w.company
from waiting w
-- Of each by itself: few of all companies have any.
cross join lateral (select * from company_state c where c.company = w.company offset 0) s
left join work_lease l on l.kind = 'check' and l.key = w.company
where (not s.is_set_up or exists (select from reference_record r where r.company = w.company and r.kind = 'organisation'))
  and (l.key is null or l.leased_until <= ledgerway_now() and (l.due_at is null or l.due_at <= ledgerway_now()));

-- When the records that a company's held documents wait for are looked at next; null while none waits.
alter table held_look add column due_at timestamptz;
alter table held_look alter column looked_at drop not null, alter column day drop not null;
insert into held_look (company, spent, due_at)
select distinct company, 0, now() from posting where state = 'HELD'
on conflict (company) do update set due_at = excluded.due_at;
create index held_look_due on held_look (due_at) where due_at is not null;

-- Whoever is held has the next look wait no longer; nobody waits for another who says so, too.
create function look_for_held() returns trigger language plpgsql as $$
begin
  insert into held_look as l (company, spent, due_at)
  select company, 0, max(changed_at)
  from now_rows n
  where state = 'HELD' and waits_for <> '{}' and not exists (select from held_look o where o.company = n.company and o.due_at <= n.changed_at)
  group by company
  on conflict (company) do update set due_at = least(l.due_at, excluded.due_at);
  return null;
end $$;
create trigger posting_held after update on posting
  referencing new table as now_rows for each statement execute function look_for_held();
