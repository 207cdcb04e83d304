-- What was undone because its source says something newer, which is to be read again.
create index posting_undone on posting (company, source) where state = 'UNDONE' and later_hash is not null;
