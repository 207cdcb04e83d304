-- What was posted on a day is added up from its index alone.
drop index posting_state;
create index posting_state on posting (company, state, id) include (source, currency, total)
  where state in ('POSTED', 'DIFFERENT', 'NOTHING_TO_POST', 'UNDONE');
