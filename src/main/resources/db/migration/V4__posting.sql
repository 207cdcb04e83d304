-- The posting ledger. One row per accepted document of a source; its state says where it is on the way
-- into Xero. The database itself refuses a change of state that the ledger does not know.

create table posting (
  id             uuid primary key,              -- UUIDv7: the order in which documents came
  company        text        not null references company (id),
  source         text        not null,          -- perk, ...
  source_id      text        not null,          -- the source's id of the document
  version        integer     not null,
  kind           text        not null,          -- names the mapping file: card-expense, ...
  resource       text        not null check (resource in ('BankTransactions', 'Invoices', 'CreditNotes')),
  document_date  date,
  currency       text,
  total          numeric,
  employee       text,
  merchant       text,
  event          text        not null,          -- as it came
  content_hash   text        not null,          -- of the event's content, whatever its order and spacing
  state          text        not null default 'RECEIVED'
                 check (state in ('RECEIVED', 'HELD', 'READY', 'SENDING', 'UNCERTAIN', 'POSTED', 'DIFFERENT')),
  problems       text,                          -- JSON array of problems: why HELD or DIFFERENT
  waits_for      text[]      not null default '{}', -- keys whose change releases a HELD document
  books_version  bigint      not null default 0,    -- of the company's books it was judged by
  claimed_by     uuid,                          -- the instance that is about to send it
  claimed_at     timestamptz,
  max_batch      integer     not null default 50,   -- smaller after a batch was refused as a whole
  batch          uuid,                          -- the batch it is in, or was in last
  position       integer,                       -- its place in that batch's request
  marker         text,                          -- what it can be found by in Xero; never changes once given
  document       text,                          -- the Xero document: as mapped while READY, as sent from SENDING on
  xero_id        text,
  received_at    timestamptz not null,
  changed_at     timestamptz not null,
  unique (company, source, source_id)
) with (fillfactor = 80);

-- The list of a company's documents, newest first, by cursor.
create index posting_company on posting (company, id);
-- What is still on its way or needs somebody; what is posted leaves this index.
create index posting_open on posting (company, state, id) where state <> 'POSTED';
-- What can be claimed. Claimed rows leave it, so a claim costs the same at ten and at ten million rows. It is in the order
-- of arrival and not of id: an order that the primary key has too would tempt the planner to walk over all that is posted.
create index posting_claimable on posting (company, resource, received_at, id) where state = 'READY' and claimed_by is null;
create index posting_claimed on posting (claimed_by) where claimed_by is not null;
create index posting_batch on posting (batch) where batch is not null;
create index posting_waits on posting using gin (waits_for) where state = 'HELD';

-- Rows are updated a handful of times in quick succession: clean up early.
alter table posting set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000,
                         autovacuum_analyze_scale_factor = 0.02);

-- One call that creates documents in Xero, with all its attempts (see xero_call, by idempotency key).
create table batch (
  id               uuid primary key,
  company          text        not null references company (id),
  resource         text        not null,
  tenant_id        text,                        -- the organisation it was meant for, and is settled in
  state            text        not null check (state in ('SENDING', 'UNCERTAIN', 'SETTLED', 'RELEASED')),
  owner            uuid        not null,        -- the instance that handles it; an owner that is not alive has lost it
  idempotency_key  text        not null unique,
  request_hash     text        not null,
  size             integer     not null,
  intended_at      timestamptz not null,        -- Xero keeps the key for six minutes from the first call, which comes after this
  next_step        text        not null default 'RESEND' check (next_step in ('RESEND', 'LOOK_UP')),
  next_attempt_at  timestamptz,
  attempts         integer     not null default 1,
  note             text,
  settled_at       timestamptz
);
create index batch_open on batch (state, next_attempt_at) where state in ('SENDING', 'UNCERTAIN');

-- The whole story of each document: a row per change of state, written by the database itself.
create table posting_history (
  id        bigint generated always as identity primary key,
  posting   uuid        not null,
  company   text        not null,
  version   integer     not null,
  state     text        not null,
  problems  text,
  batch     uuid,
  xero_id   text,
  at        timestamptz not null,
  told_at   timestamptz                          -- when the source was told; only outcomes are told
);
create index posting_history_posting on posting_history (posting, id);
create index posting_history_untold on posting_history (id)
  where told_at is null and state in ('POSTED', 'HELD', 'DIFFERENT');

create table posting_transition (
  from_state text not null,
  to_state   text not null,
  meaning    text not null,
  primary key (from_state, to_state)
);
insert into posting_transition values
  ('RECEIVED',  'READY',     'checked: nothing stands in its way'),
  ('RECEIVED',  'HELD',      'checked: something stands in its way'),
  ('RECEIVED',  'RECEIVED',  'replaced by a higher version'),
  ('HELD',      'RECEIVED',  'what it waited for has changed, or a higher version came'),
  ('READY',     'RECEIVED',  'to be checked again, or replaced by a higher version'),
  ('READY',     'HELD',      'something came in its way between check and claim'),
  ('READY',     'SENDING',   'the intent is written; from here on it may stand in Xero'),
  ('SENDING',   'POSTED',    'read back as meant'),
  ('SENDING',   'DIFFERENT', 'posted, but not as meant'),
  ('SENDING',   'HELD',      'refused by Xero'),
  ('SENDING',   'READY',     'certainly not executed by Xero'),
  ('SENDING',   'UNCERTAIN', 'no answer that could be trusted'),
  ('UNCERTAIN', 'POSTED',    'settled: it stands in Xero as meant'),
  ('UNCERTAIN', 'DIFFERENT', 'settled: it stands in Xero, but not as meant'),
  ('UNCERTAIN', 'HELD',      'settled: refused by Xero'),
  ('UNCERTAIN', 'READY',     'settled: it does not stand in Xero'),
  ('DIFFERENT', 'POSTED',    'the difference was mended in Xero');

create function refuse_unknown_transition() returns trigger language plpgsql as $$
begin
  if not exists (select from posting_transition where from_state = old.state and to_state = new.state) then
    raise exception 'posting % cannot go from % to %', old.id, old.state, new.state
      using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger posting_transition before update of state on posting
  for each row when (old.state is distinct from new.state) execute function refuse_unknown_transition();

create function keep_received_story() returns trigger language plpgsql as $$
begin
  insert into posting_history (posting, company, version, state, problems, batch, xero_id, at)
  select id, company, version, state, problems, batch, xero_id, changed_at from arrived;
  return null;
end $$;

create trigger posting_received after insert on posting
  referencing new table as arrived for each statement execute function keep_received_story();

create function keep_changed_story() returns trigger language plpgsql as $$
begin
  insert into posting_history (posting, company, version, state, problems, batch, xero_id, at)
  select n.id, n.company, n.version, n.state, n.problems, n.batch, n.xero_id, n.changed_at
  from now_rows n join before_rows b on b.id = n.id
  where n.state <> b.state or n.version <> b.version;
  return null;
end $$;

create trigger posting_changed after update on posting
  referencing old table as before_rows new table as now_rows
  for each statement execute function keep_changed_story();

-- What came in and could not be accepted, with the reason; nothing is thrown away.
create table dead_letter (
  id            uuid primary key,
  topic         text        not null,
  partition_no  integer     not null,
  record_offset bigint      not null,
  record_key    text,
  payload       bytea,
  company       text,
  source_id     text,
  code          text        not null,
  message       text        not null,
  action        text        not null,
  received_at   timestamptz not null,
  published_at  timestamptz,
  unique (topic, partition_no, record_offset)
);
create index dead_letter_unpublished on dead_letter (id) where published_at is null;
create index dead_letter_company on dead_letter (company, id);

-- Up to which version of a company's books held documents have been looked at.
create table held_release (
  company  text primary key references company (id),
  version  bigint not null
);

-- What somebody asked for and is not done yet.
alter table company add column export_requested_at timestamptz;
