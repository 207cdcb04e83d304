-- Xero's lists may lag behind its writes: a look that does not show a document proves that it is not there only from this
-- time on. Null: unknown, so only long after the last call with the batch's key.
alter table batch add column absent_from timestamptz;
-- Looks at Xero for this batch that failed, one after the other.
alter table batch add column failed_looks integer not null default 0;
