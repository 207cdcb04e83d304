-- What a source that is polled is to be told of documents that were posted, where a company wants that: its setting `confirm`.
create table confirmation (
  posting   uuid        primary key references posting (id) on delete cascade,
  company   text        not null,
  source    text        not null,
  source_id text        not null,
  state     text        not null default 'WAITING' check (state in ('WAITING', 'CONFIRMED', 'REFUSED')),
  note      text,                              -- why the source did not take it
  at        timestamptz not null
);
create index confirmation_waiting on confirmation (company, source, posting) where state = 'WAITING';

alter table poll drop constraint poll_kind_check;
alter table poll add constraint poll_kind_check check (kind in ('ROUTINE', 'SWEEP', 'REREAD', 'BACKFILL', 'CONFIRM'));
