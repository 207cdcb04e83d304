-- When each company's reference data is read without being asked for.
create table import_schedule (
  company      text        primary key references company (id),
  sync_at      time        not null default '02:00',
  sync_zone    text        not null default 'UTC',
  next_run_at  timestamptz not null
);

-- The next time that the clock of the zone shows that hour. An hour that a change to summer time leaves out is the one after;
-- one that comes twice is taken once.
create function next_sync(sync_at time, sync_zone text, after timestamptz) returns timestamptz
language sql stable return (
  select min(moment)
  from generate_series(0, 2) as day,
       lateral (select ((after at time zone sync_zone)::date + day + sync_at) at time zone sync_zone as moment) as candidate
  where moment > after);

-- A day's limit ended the read; it goes on then.
alter table import_run add resumes_at timestamptz;
