-- Receipts of documents: what their source says of each, and what became of it in Xero. They follow their documents, each alone.
create table receipt (
  id            uuid        primary key,              -- UUIDv7
  posting       uuid        not null references posting (id) on delete cascade,
  company       text        not null,
  source        text        not null,
  source_id     text        not null,                 -- the source's id of it
  kind          text        not null check (kind in ('RECEIPT', 'SUPPORTING')),
  file_name     text,                                 -- as the source calls it
  url           text        not null,                 -- where the source gives it
  state         text        not null default 'WAITING' check (state in ('WAITING', 'SENDING', 'ATTACHED', 'FAILED')),
  due_at        timestamptz,                          -- null while its document does not stand in Xero, and when nothing is left to do
  attempts      integer     not null default 0,       -- that failed
  name          text,                                 -- in Xero; never changes once given, so that sent twice it stands there once
  content_type  text,                                 -- of what was sent last; with its size it says that Xero may have it
  size          bigint,
  sha256        text,
  xero_id       text,                                 -- of the attachment
  problems      text,                                 -- JSON array: why it is not there
  changed_at    timestamptz not null,
  unique (posting, source_id)
);
create unique index receipt_name on receipt (posting, lower(name)) where name is not null;
-- What is due; what is done, or has no document in Xero, is not in it.
create index receipt_due on receipt (company, source, kind, due_at, id) where due_at is not null;
-- Who chose any, found among all that everybody chose.
create index source_choice_receipts on source_choice (company) where name = 'receipts';
create index receipt_failed on receipt (company, posting) where state = 'FAILED';

-- What stands in the way of all receipts of a company that come from one source: its host does not answer, or Xero lets no files be
-- attached. Nobody tries each of them to find out.
create table receipt_pause (
  company  text        not null references company (id) on delete cascade,
  source   text        not null,
  until    timestamptz not null,
  primary key (company, source)
);
