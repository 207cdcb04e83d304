-- What Xero holds, as each company has it, kept locally so that a document can be checked before it is sent.

-- One row per record. What every kind has in common is a column; the rest is in detail.
create table reference_record (
  company           text        not null references company (id),
  kind              text        not null check (kind in
                      ('account', 'tax-rate', 'tracking-category', 'tracking-option', 'contact', 'currency', 'organisation')),
  id                text        not null,
  code              text,
  name              text,
  active            boolean     not null,
  -- A tracking option's category.
  parent            text,
  -- A contact's, in lower case: it is matched without regard to case.
  email             text,
  detail            jsonb       not null default '{}',
  updated_date_utc  timestamptz,
  primary key (company, kind, id)
);

-- Grows by one with every set of changes. Its row is also the lock that puts one company's changes in order.
create table reference_version (
  company  text   primary key references company (id),
  version  bigint not null
);

-- What changed, in whose books, and why. A held document waits for one of the keys.
create table reference_change (
  id         bigint      generated always as identity primary key,
  company    text        not null references company (id),
  -- Books of this version or later have seen the change.
  version    bigint      not null,
  kind       text        not null,
  record_id  text        not null,
  change     text        not null check (change in ('ADDED', 'CHANGED', 'DEACTIVATED', 'REACTIVATED')),
  keys       text[]      not null,
  before     jsonb,
  after      jsonb,
  cause      text        not null check (cause in ('IMPORT', 'SETTING')),
  at         timestamptz not null
);
create index reference_change_of_company on reference_change (company, version);

-- How far each resource of a company has been read, in Xero's own time.
create table reference_cursor (
  company          text        not null references company (id),
  resource         text        not null,
  -- The highest UpdatedDateUTC seen; null where Xero has none.
  cursor           timestamptz,
  last_run_at      timestamptz not null,
  last_full_at     timestamptz,
  records_seen     int         not null,
  records_changed  int         not null,
  primary key (company, resource)
);
