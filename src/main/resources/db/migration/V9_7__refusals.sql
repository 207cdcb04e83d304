-- How often Xero has refused the document although our books said yes.
alter table posting add column refusals int not null default 0;
create index posting_refused on posting (company) where state = 'HELD' and refusals > 0;

-- When the books were last read because of a refusal.
alter table import_run add column after_refusal_at timestamptz;
