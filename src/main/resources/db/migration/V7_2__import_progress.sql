-- How far the present run of each company has come, and what the last one found.
create table import_progress (
  company   text        not null references company (id),
  resource  text        not null,
  pages     int         not null,
  records   int         not null,
  -- What Xero said there would be; null where it does not say.
  expected  int,
  -- Null until the resource is stored.
  changed   int,
  at        timestamptz not null,
  primary key (company, resource)
);

-- Pages of a resource that have been read and are not stored yet: a run that is interrupted goes on behind them.
create table import_page (
  company   text        not null references company (id),
  resource  text        not null,
  page      int         not null,
  -- What was asked for: If-Modified-Since, or nothing. Pages of another question are of no use.
  since     text        not null,
  -- By Xero's clock. What changed after the first page was read may be missing in it, so the cursor does not pass it.
  read_at   timestamptz not null,
  kept_at   timestamptz not null,
  seen      int         not null,
  -- The highest UpdatedDateUTC in it.
  highest   timestamptz,
  records   jsonb       not null,
  primary key (company, resource, page)
);

-- Everything is to be read again, not only what changed.
alter table import_run add full_read boolean not null default false;
