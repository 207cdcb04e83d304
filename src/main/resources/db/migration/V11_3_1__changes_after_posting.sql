-- What a source says of a document that stands in Xero already, other than what was posted.
alter table posting
  add column later_hash text,       -- of the content that the source has now
  add column later_from text;       -- the state that the document had before
insert into posting_transition values
  ('POSTED', 'DIFFERENT', 'changed at its source after it was posted');

-- A document that comes to nothing is done; it is looked at again when it comes to something.
alter table posting drop constraint posting_state_check;
alter table posting add constraint posting_state_check
  check (state in ('RECEIVED', 'HELD', 'READY', 'SENDING', 'UNCERTAIN', 'POSTED', 'DIFFERENT', 'NOTHING_TO_POST'));
insert into posting_transition values
  ('RECEIVED', 'NOTHING_TO_POST', 'checked: there is nothing in it for the books'),
  ('NOTHING_TO_POST', 'RECEIVED', 'its source has changed it, or it is to be checked again');
drop index posting_open;
create index posting_open on posting (company, state, id) where state not in ('POSTED', 'NOTHING_TO_POST');
