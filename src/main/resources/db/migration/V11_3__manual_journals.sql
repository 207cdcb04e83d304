-- The Xero resources that documents of the ledger become.
create table posting_resource (resource text primary key);
insert into posting_resource values ('BankTransactions'), ('Invoices'), ('CreditNotes'), ('ManualJournals');
alter table posting drop constraint posting_resource_check;
alter table posting add foreign key (resource) references posting_resource (resource);

-- What held documents may be waiting for when such a record changes.
create or replace function release_keys(kind text, id text, before jsonb, after jsonb) returns text[]
language sql immutable return
  case kind
    when 'contact' then array_remove(array['contact-id:' || id, 'contact:' || (after ->> 'email'),
                                           'contact:' || nullif(before ->> 'email', after ->> 'email')], null)
    when 'account' then array_remove(array['account:' || id, 'account-code:' || (after ->> 'code'),
                                           'account-code:' || nullif(before ->> 'code', after ->> 'code')], null)
    when 'tracking-option' then array_remove(array['tracking-option:' || id,
      'tracking-option-name:' || (after ->> 'parent') || '/' || lower(after ->> 'name'),
      'tracking-option-name:' || (before ->> 'parent') || '/' || lower(before ->> 'name')], null)
    when 'organisation' then array['organisation:lock-date', 'organisation:plan', 'organisation:currency']
    else array[kind || ':' || id] end;
