-- What could not be told to a source, with the reason: the data's own fault, or a mapping's. It stops nothing else.
create table untellable (
  kind       text        not null check (kind in ('outcome', 'dead-letter', 'reference-record')),
  item       text        not null,   -- posting_history.id, dead_letter.id, or "company/kind/id" of a record
  company    text,
  subject    text,                   -- the source's id of the document, or the record's
  code       text        not null,
  message    text        not null,
  waits_for  text,                   -- what lets it be told again when it changes: mapping:perk/outcome
  since      timestamptz not null,
  primary key (kind, item)
);

alter table posting_history add untellable boolean not null default false;
drop index posting_history_untold;
create index posting_history_untold on posting_history (company, id)
  where told_at is null and not untellable and state in ('POSTED', 'HELD', 'DIFFERENT');

alter table dead_letter add untellable boolean not null default false;
drop index dead_letter_unpublished;
create index dead_letter_unpublished on dead_letter (topic, id) where published_at is null and not untellable;
