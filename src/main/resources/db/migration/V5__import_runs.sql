-- Reads of a company's reference data: the one that was asked for last.
create table import_run (
  company       text primary key references company (id),
  requested_at  timestamptz not null,
  started_at    timestamptz,
  finished_at   timestamptz,
  owner         uuid,          -- the instance that reads; when it is no longer alive the read starts again
  problem       text           -- why the last one did not go through
);
