-- A source that is polled may be told what can be chosen: its setting `push`.
alter table poll drop constraint poll_kind_check;
alter table poll add constraint poll_kind_check check (kind in ('ROUTINE', 'SWEEP', 'REREAD', 'BACKFILL', 'CONFIRM', 'PUSH'));
