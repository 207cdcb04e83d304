-- What needs somebody is told where a company wants it told: to destinations, each once.
create table notice_destination (
  id              uuid        primary key,              -- UUIDv7
  company         text        not null references company (id) on delete cascade,
  place           integer     not null,                 -- among the company's, as they were chosen
  kind            text        not null check (kind in ('TOPIC', 'WEBHOOK', 'EMAIL')),
  url             text,                                 -- of a webhook
  addresses       text[]      not null default '{}',    -- of e-mail
  occasion        text        not null check (occasion in ('AT_ONCE', 'DAILY')),
  at              time,                                 -- of DAILY, by the clock of the company's zone
  actors          text[]      not null default '{}',    -- whose needs; none named: everybody's
  secret          bytea,                                -- sealed, with the destination's id as its owner
  former_secret   bytea,                                -- signs beside it for a while after a change
  former_until    timestamptz,
  secret_set_at   timestamptz,
  enabled         boolean     not null default true,
  off_because     text,                                 -- it was switched off because of what its receiver said
  changes         bigint      not null default 0,       -- counts news of the company, so that none is overlooked during a look
  next_look_at    timestamptz,                          -- AT_ONCE: null while nothing has changed
  check ((kind = 'WEBHOOK') = (url is not null)),
  check ((occasion = 'DAILY') = (at is not null))
);
create index notice_destination_company on notice_destination (company, place);
create index notice_destination_due on notice_destination (next_look_at) where enabled and next_look_at is not null;

-- What each destination was told of and what has not been told to be solved since.
create table notice_told (
  destination    uuid        not null references notice_destination (id) on delete cascade,
  need           text        not null,                  -- its identity
  about          text        not null,
  code           text        not null,
  actor          text        not null,
  message        text        not null,
  number         bigint      not null,                  -- how many it was told with
  missing_since  timestamptz,                           -- it was not found then; it is solved when it stays so
  primary key (destination, need)
);

-- Notices that were made, word for word, and what became of them.
create table notice_delivery (
  id           uuid        primary key,                 -- UUIDv7; its receiver knows it again by it
  destination  uuid        not null references notice_destination (id) on delete cascade,
  company      text        not null,
  occasion     text        not null check (occasion in ('CHANGES', 'DIGEST', 'TEST')),
  body         text        not null,                    -- JSON
  state        text        not null default 'WAITING' check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
  attempts     integer     not null default 0,          -- that failed
  due_at       timestamptz,                             -- null when nothing is left to do
  problem      text,                                    -- why the last attempt failed
  made_at      timestamptz not null,
  ended_at     timestamptz
);
create index notice_delivery_company on notice_delivery (company, id);
create index notice_delivery_destination on notice_delivery (destination) where state = 'WAITING';
create index notice_delivery_due on notice_delivery (due_at) where state = 'WAITING' and due_at is not null;
create index notice_delivery_ended on notice_delivery (made_at);

-- Companies of which something changed that somebody may have to be told at once. Only added to by whoever changes something, so that
-- nobody waits for another's row, and emptied by who looks.
create table notice_change (
  id       bigint generated always as identity primary key,
  company  text not null
);
alter table notice_change set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

create function note_change(p_company text) returns void language sql as $$
  insert into notice_change (company)
  select p_company where exists (select from notice_destination d where d.company = p_company and d.enabled and d.occasion = 'AT_ONCE')
$$;

create function note_need() returns trigger language plpgsql as $$
begin
  perform note_change(new.company);
  return null;
end $$;

create trigger letter_needs_somebody after insert on dead_letter
  for each row when (new.company is not null) execute function note_need();
create trigger letter_went_in after update of entered_at on dead_letter
  for each row when (new.company is not null and old.entered_at is distinct from new.entered_at) execute function note_need();
create trigger receipt_needs_somebody after update of state on receipt
  for each row when (old.state <> new.state and (old.state = 'FAILED' or new.state = 'FAILED')) execute function note_need();
create trigger connection_needs_somebody after update of state on xero_connection
  for each row when (old.state <> new.state) execute function note_need();
create trigger source_needs_somebody after update of problem, enabled on company_source
  for each row when (old.problem is distinct from new.problem or old.enabled <> new.enabled) execute function note_need();
-- A source that cannot be reached for a minute or so.
create trigger source_is_away after update of attempt, ended_at on poll
  for each row when ((old.attempt >= 5 and old.ended_at is null) <> (new.attempt >= 5 and new.ended_at is null))
  execute function note_need();

create function note_pause() returns trigger language plpgsql as $$
begin
  perform note_change(x.company) from xero_connection x where x.tenant_id = new.tenant_id and x.state in ('ACTIVE', 'EXPIRED');
  return null;
end $$;
create trigger organisation_pauses after update of paused_until on xero_tenant
  for each row when (new.paused_until is distinct from old.paused_until and new.pause_reason in ('DAY', 'UNAVAILABLE'))
  execute function note_pause();

-- Held for nothing but what pauses the company as a whole. Where a notice says so once, no document's source is told it of each.
create function is_of_connection(problems text) returns boolean language sql immutable return
  problems is not null
  and not exists (select from jsonb_array_elements(problems::jsonb) p
                  where p ->> 'code' not in ('CONNECTION_EXPIRED', 'CONNECTION_DISABLED', 'CONSENT_NEEDED'));
create function says_by_notice(p_company text) returns boolean language sql stable as $$
  select exists (select from notice_destination d
                 where d.company = p_company and d.enabled and (d.actors = '{}' or 'ADMIN' = any (d.actors)))
$$;

-- True: this outcome is not told to the document's source.
alter table posting_history add column quiet boolean not null default false;
drop index posting_history_untold;
create index posting_history_untold on posting_history (company, id)
  where told_at is null and not untellable and not quiet and state in ('POSTED', 'HELD', 'DIFFERENT', 'UNDONE');

create or replace function keep_changed_story() returns trigger language plpgsql set enable_nestloop = off as $$
begin
  insert into posting_history (posting, company, version, state, problems, batch, xero_id, at, told_at, export_run, quiet)
  select n.id, n.company, n.version, n.state, n.problems, n.batch, n.xero_id, n.changed_at,
         case when n.undoes is not null then n.changed_at end, n.export_run,
         case when n.state = 'HELD' then is_of_connection(n.problems) and says_by_notice(n.company) else false end
  from now_rows n join before_rows b on b.id = n.id
  where n.state <> b.state or n.version <> b.version;
  if exists (select from notice_destination where enabled and occasion = 'AT_ONCE') then
    perform note_change(c.company)
    from (select distinct n.company
          from now_rows n join before_rows b on b.id = n.id
          where (n.state <> b.state or n.problems is distinct from b.problems)
            and (n.state in ('HELD', 'DIFFERENT', 'UNCERTAIN') and n.problems is not null
                 or b.state in ('HELD', 'DIFFERENT', 'UNCERTAIN', 'RECEIVED') and b.problems is not null)) c;
  end if;
  return null;
end $$;
