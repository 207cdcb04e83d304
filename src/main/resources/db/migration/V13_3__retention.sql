-- What is finished is kept as long as settings say (ledgerway.keep): what a document said of people for a shorter time than the
-- evidence that it was posted.

-- A document whose contents were removed keeps its row: id, version and hash, by which what comes twice is known; amounts, marker,
-- Xero's id; and of the Xero document all but its words.
alter table posting
  alter column event drop not null,
  add column contents_removed_at timestamptz,
  add column contents_removed_by text check (contents_removed_by in ('RETENTION', 'ERASURE'));
comment on column posting.event is 'As it came; null once its contents were removed, which only happens to what is finished.';
comment on column posting.contents_removed_at is 'Says something only while event is null: what comes anew brings its contents along.';
-- What is still to be judged or sent has its contents. Not validated: before, the column could not be null.
alter table posting add constraint posting_contents_removed
  check (event is not null or state in ('POSTED', 'DIFFERENT', 'NOTHING_TO_POST', 'UNDONE')) not valid;

-- Documents enter these two once, when they are finished, and leave them when their contents are removed: of the states before, and
-- of each change of them, these know nothing.
create index posting_contents on posting (changed_at)
  where event is not null and state in ('POSTED', 'NOTHING_TO_POST', 'UNDONE');
create index posting_person on posting (company, lower(employee))
  where employee is not null and state in ('POSTED', 'NOTHING_TO_POST', 'UNDONE');

-- Where a receipt's file was is forgotten with its document's contents.
alter table receipt alter column url drop not null;

-- Whether a receipt is still to follow its document: one that its company did not choose is due, and goes nowhere.
create function receipt_to_come(r receipt) returns boolean
language sql stable return
  r.state = 'SENDING'
  or r.due_at is not null
     and exists (select from source_choice c
                 where c.company = r.company and c.source = r.source and c.name = 'receipts' and c.value = ''
                   and (c.choice = '"ALL"' or c.choice = '"RECEIPTS"' and r.kind = 'RECEIPT'));

-- Ids carry the time at which they were made (UUIDv7): rows of a table that came before a moment stand before this in its primary
-- key, so that no sweep needs an index of its own.
create function first_id_of(moment timestamptz) returns uuid
language sql immutable strict parallel safe return
  (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid;

-- A Xero document without its words: what it did to the books can be read from it, and taken back by it, but not for whom or what
-- for. Numbers, ids, days, and words that Xero or the company's own chart gave stay; of what people wrote only the marker does.
create function without_words(field text, said jsonb, marker text) returns jsonb
language plpgsql immutable parallel safe as $$
begin
  return case jsonb_typeof(said)
    when 'object' then
      (select jsonb_strip_nulls(coalesce(jsonb_object_agg(key, without_words(case when field = 'Tracking' then field else key end, value, marker)), '{}'))
       from jsonb_each(said))
    when 'array' then
      (select coalesce(jsonb_agg(without_words(field, value, marker) order by place), '[]')
       from jsonb_array_elements(said) with ordinality as e (value, place))
    when 'string' then
      case
        when field in ('Type', 'Status', 'ContactStatus', 'LineAmountTypes', 'CurrencyCode', 'AccountCode', 'Code', 'TaxType',
                       'ItemCode', 'Tracking', 'PurchaseOrderNumber') or field ~ '(ID|Date)$' then said
        when field = 'Description' then to_jsonb('No longer kept'::text)
        when field in ('Reference', 'Narration', 'InvoiceNumber', 'CreditNoteNumber', 'ContactNumber')
          then to_jsonb(case when strpos(said #>> '{}', marker) > 0 then marker end)
      end
    else said end;
end $$;

create function without_words(document text, marker text) returns text
language plpgsql immutable parallel safe as $$
begin
  return without_words('', document::jsonb, marker)::text;
exception when others then
  -- What is no JSON has nothing that could be kept of it.
  return null;
end $$;

-- How far each sweep is, and when it looks again.
create table retention_sweep (
  sweep    text        primary key,               -- sql/retention/<sweep>.sql
  after    text,                                  -- the last row that was looked at; null: from the beginning
  next_at  timestamptz not null default '-infinity',
  last_at  timestamptz,                           -- of the last step
  removed  bigint      not null default 0         -- since the beginning
);
insert into retention_sweep (sweep)
values ('contents'), ('export-filters'), ('documents'), ('batches'), ('calls'), ('reads'), ('changes'), ('letters'), ('readings'), ('requests'),
       ('exports'), ('erasures');

-- One person's data is removed on request. Who it was is known only until that is done.
create table erasure (
  id           uuid        primary key,           -- UUIDv7
  company      text        not null references company (id) on delete cascade,
  email        text,                              -- in lower case; null when it is done
  email_hash   text        not null,
  asked_by     text        not null,
  asked_at     timestamptz not null,
  step         text        not null default 'documents',
  after        text,                              -- the last row of this step that was looked at
  counts       jsonb       not null default '{}', -- what was found and removed, by table
  ended_at     timestamptz
);
create index erasure_open on erasure (id) where ended_at is null;
create index erasure_company on erasure (company, id);

-- Walked by the primary key now.
drop index dead_letter_received;
