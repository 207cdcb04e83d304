-- The platform's users stand among the reference data: the contact that each is matched to is their parent.
alter table reference_record drop constraint reference_record_kind_check;
alter table reference_record add constraint reference_record_kind_check check (kind in
  ('account', 'tax-rate', 'tracking-category', 'tracking-option', 'contact', 'currency', 'organisation', 'user'));

-- PLATFORM: the platform said so.
alter table reference_change drop constraint reference_change_cause_check;
alter table reference_change add constraint reference_change_cause_check check (cause in ('IMPORT', 'SETTING', 'PLATFORM'));

create index reference_record_email on reference_record (company, kind, email) where email is not null;
