-- More of Xero's resources, and changing what stands there as a document of the ledger: `changes` names the resource whose
-- documents one says anew.
alter table posting_resource add column changes text references posting_resource (resource);
insert into posting_resource values ('PurchaseOrders'), ('Payments'), ('Contacts');
insert into posting_resource (resource, changes)
select 'Change' || r, r
from unnest(array['BankTransactions', 'Invoices', 'CreditNotes', 'ManualJournals', 'PurchaseOrders', 'Contacts']) r;
insert into posting_resource values ('UndoPurchaseOrders'), ('UndoPayments'), ('UndoContacts');

insert into posting_transition values
  ('POSTED',    'RECEIVED', 'its source says something newer, which is said in Xero, too'),
  ('DIFFERENT', 'RECEIVED', 'its source says something newer, which is said in Xero, too');

-- What stands in the organisation that its company is connected to; also while it is being changed.
create view standing_document as
select p.company, p.source, p.source_id, p.kind, coalesce(r.changes, p.resource) as resource, p.xero_id, p.version
from posting p
join posting_resource r using (resource)
left join batch b on b.id = p.batch
left join xero_connection x on x.company = p.company
where p.xero_id is not null and p.state <> 'UNDONE' and p.undoes is null
  and (b.tenant_id is null or b.tenant_id = x.tenant_id);

-- Held documents that wait for another one: its key is document:source/id.
create function waits_for_document(waits_for text[]) returns boolean
language sql immutable return exists (select from unnest(waits_for) k where k like 'document:%');
create index posting_waits_for_document on posting (company) where state = 'HELD' and waits_for_document(waits_for);

-- Newer versions that wait for the end of what goes on with their document.
create index dead_letter_waiting on dead_letter (company) where entered_at is null and replay_at is null and waits_for ~ '^(settled|undone):';
