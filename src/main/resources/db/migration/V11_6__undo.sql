-- Undoing what stands in Xero is a document of the ledger, too: with an intent, a key, settling and a story of its own. Its
-- marker is the id of what it undoes.
alter table posting add column undoes uuid references posting (id);
create index posting_undoes on posting (undoes) where undoes is not null;

insert into posting_resource values
  ('UndoBankTransactions'), ('UndoInvoices'), ('UndoCreditNotes'), ('UndoManualJournals');

alter table posting drop constraint posting_state_check;
alter table posting add constraint posting_state_check check (state in (
  'RECEIVED', 'HELD', 'READY', 'SENDING', 'UNCERTAIN', 'POSTED', 'DIFFERENT', 'NOTHING_TO_POST', 'UNDONE'));
insert into posting_transition values
  ('POSTED',    'UNDONE',   'what was posted has been undone in Xero'),
  ('DIFFERENT', 'UNDONE',   'what was posted has been undone in Xero'),
  ('UNDONE',    'RECEIVED', 'its source says something newer, which is posted anew');
drop index posting_open;
create index posting_open on posting (company, state, id) where state not in ('POSTED', 'NOTHING_TO_POST', 'UNDONE');
