-- When the documents of a company's source go out. The source '' is the company itself: all of its sources that chose nothing of
-- their own follow it. A company that chose nothing at all exports in real time.
create table export_schedule (
  company      text        not null references company (id) on delete cascade,
  source       text        not null default '',
  mode         text        not null check (mode in ('OFF', 'MANUAL', 'REAL_TIME', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY')),
  at           time,                           -- DAILY, WEEKLY, MONTHLY: by the clock of the company's time zone
  weekday      text,                           -- WEEKLY
  day          integer     check (day between 1 and 31), -- MONTHLY; of a month that has fewer, its last
  runs_as      text        not null,           -- whose exports the schedule's are
  next_due     timestamptz,                    -- null where no time comes of itself
  primary key (company, source)
);
create index export_schedule_due on export_schedule (next_due) where next_due is not null;

-- One export: what somebody asked for, or a schedule. Which documents are in it is fixed when it begins.
create table export_run (
  id         uuid        primary key,          -- UUIDv7
  company    text        not null references company (id) on delete cascade,
  source     text,                             -- null: several
  occasion   text        not null check (occasion in ('SCHEDULE', 'REQUEST')),
  what       text        not null check (what in ('ALL', 'SELECTION', 'FILTER')),
  filter     text,                             -- JSON
  asked_by   text        not null,
  due_at     timestamptz,                      -- of a schedule
  begun_at   timestamptz not null,
  documents  integer     not null default 0,
  ended_at   timestamptz                       -- when nothing of it was on its way any more
);
-- However many instances there are, and however often they try.
create unique index export_run_due on export_run (company, coalesce(source, ''), due_at) where due_at is not null;
create index export_run_company on export_run (company, id);
create index export_run_open on export_run (id) where ended_at is null;

alter table posting
  add column export_run uuid references export_run (id), -- the export that it goes out with, or went out with
  add column released   boolean not null default false;  -- may be sent once it is READY
alter table posting_history add column export_run uuid;

create index posting_export_run on posting (export_run, state, id) where export_run is not null;
-- What may not go out yet is not among what can be claimed: however much of it there is, it delays nothing that may.
drop index posting_claimable;
create index posting_claimable on posting (company, resource, received_at, id) where state = 'READY' and claimed_by is null and released;

create function export_mode(p_company text, p_source text) returns text language sql stable as $$
  select coalesce((select mode from export_schedule where company = p_company and source = p_source),
                  (select mode from export_schedule where company = p_company and source = ''),
                  'REAL_TIME')
$$;

-- Who changes a schedule waits for those that are making documents ready by the former one, and they for him: afterwards every
-- document is released, or not, by the one that is in force. A lock of no row, as a schedule may have none yet.
create function export_schedule_key(p_company text) returns bigint language sql immutable as $$
  select hashtextextended('export-schedule:' || p_company, 0)
$$;

-- What becomes READY is released when its source exports in real time, when an export that somebody asked for has it, and always
-- when it undoes something. What is switched off is no longer asked for.
create function release_for_export() returns trigger language plpgsql as $$
declare
  mode text;
begin
  perform pg_advisory_xact_lock_shared(export_schedule_key(new.company));
  select export_mode(new.company, new.source) into mode;
  if mode = 'OFF' and new.undoes is null then
    new.export_run := null;
  end if;
  new.released := new.undoes is not null or new.export_run is not null or mode = 'REAL_TIME';
  return new;
end $$;
create trigger posting_released before update of state on posting
  for each row when (new.state = 'READY' and old.state <> 'READY') execute function release_for_export();

-- The story says with which export a document went. Its plan is kept from a time when few documents were changed at once: without
-- the setting, an export of a hundred thousand would compare each with each.
create or replace function keep_changed_story() returns trigger language plpgsql set enable_nestloop = off as $$
begin
  insert into posting_history (posting, company, version, state, problems, batch, xero_id, at, told_at, export_run)
  select n.id, n.company, n.version, n.state, n.problems, n.batch, n.xero_id, n.changed_at,
         case when n.undoes is not null then n.changed_at end, n.export_run
  from now_rows n join before_rows b on b.id = n.id
  where n.state <> b.state or n.version <> b.version;
  return null;
end $$;

-- What companies chose before: it is the company's, and all of its sources follow it.
insert into export_schedule (company, mode, runs_as)
select id, 'MANUAL', 'upgrade' from company where export_mode = 'MANUAL';

-- What was asked for and was not done is an export.
insert into export_run (id, company, occasion, what, asked_by, begun_at)
select (lpad(to_hex((extract(epoch from export_requested_at) * 1000)::bigint), 12, '0') || '7000' || '8000' || substr(md5(id), 1, 12))::uuid,
       id, 'REQUEST', 'ALL', 'upgrade', export_requested_at
from company where export_requested_at is not null;
update posting p set export_run = r.id
from export_run r join company c on c.id = r.company
where p.company = r.company and p.undoes is null and p.received_at <= r.begun_at
  and p.state in ('RECEIVED', 'HELD', 'READY', 'SENDING', 'UNCERTAIN');
update export_run r set documents = (select count(*) from posting p where p.export_run = r.id);
update posting p set released = true
where p.state = 'READY' and (p.undoes is not null or p.export_run is not null or export_mode(p.company, p.source) = 'REAL_TIME');

alter table company drop export_mode, drop export_requested_at;

-- When something is done next is reckoned in one place for all that is done again and again, which knows fewer names of zones.
drop function next_sync(time, text, timestamptz);
update import_schedule set sync_zone = regexp_replace(sync_zone, '^(posix|right)/', '') where sync_zone ~ '^(posix|right)/';
update import_schedule set sync_zone = case sync_zone
  when 'EST' then 'Etc/GMT+5' when 'MST' then 'Etc/GMT+7' when 'HST' then 'Pacific/Honolulu' when 'ROC' then 'Asia/Taipei' else 'UTC' end
where sync_zone in ('EST', 'MST', 'HST', 'ROC', 'localtime', 'posixrules', 'Factory');
