-- A source that a company has: its own id there, on or off, and how far it has been read.
create table company_source (
  company      text        not null references company (id) on delete cascade,
  source       text        not null,
  account      text,                           -- the source's own id of the company
  enabled      boolean     not null default true,
  credential   text,                           -- a hash: companies that ask with the same one share its limits
  problem      text,                           -- JSON: why nothing is asked until somebody has acted
  read_until   text,                           -- the greatest date among the records that came, as the source wrote it
  next_poll_at timestamptz,                    -- null: to be planned
  swept_at     timestamptz,
  changed_at   timestamptz not null default ledgerway_now(),
  primary key (company, source)
);
-- Two companies cannot hold the same account of a source.
create unique index company_source_account on company_source (source, account) where account is not null;
create index company_source_due on company_source (next_poll_at) where enabled and problem is null;

create table source_secret (
  company text        not null,
  source  text        not null,
  name    text        not null,
  sealed  bytea       not null,
  set_at  timestamptz not null,
  primary key (company, source, name),
  foreign key (company, source) references company_source (company, source) on delete cascade
);

-- One reading of a source, from its first request to its last. It goes on where it stopped, whichever engine has it.
create table poll (
  id           uuid        primary key,
  company      text        not null,
  source       text        not null,
  kind         text        not null check (kind in ('ROUTINE', 'SWEEP', 'REREAD', 'BACKFILL')),
  first_day    date,                           -- of all that it reads
  last_day     date,
  since        date,                           -- of the window that is read now
  until        date,
  ids          text[],                         -- of the records that are read again now
  after_id     uuid,                           -- the last document that was read again
  step         text        not null default 'order',
  memory       text        not null default '{}',
  attempt      integer     not null default 1, -- of this step
  restarts     integer     not null default 0,
  requests     integer     not null default 0,
  records      integer     not null default 0,
  next_at      timestamptz not null,
  note         text,                           -- why it waits
  asked_by     text        not null,
  started_at   timestamptz not null,
  ended_at     timestamptz,
  outcome      text        check (outcome in ('DONE', 'FAILED')),
  problem      text,
  foreign key (company, source) references company_source (company, source) on delete cascade
);
create unique index poll_open on poll (company, source, kind) where ended_at is null;
create index poll_due on poll (next_at) where ended_at is null;
create index poll_company on poll (company, source, id);

-- Requests to sources, for as long as they count. Any may arrive there at any moment from its start to its end.
create table source_request (
  credential text        not null,
  id         uuid        primary key,
  started_at timestamptz not null,
  ended_at   timestamptz
);
create index source_request_credential on source_request (credential, started_at);

create table source_credential (
  credential   text        primary key,
  paused_until timestamptz
);
