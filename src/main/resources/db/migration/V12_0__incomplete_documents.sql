-- A document whose event its schema did not take is held for whoever can mend it, under what it says of itself.
alter table posting
  add column mistaken_by text;

comment on column posting.mistaken_by is 'The schema that did not take the event as it came; judged again when the document is checked.';
