-- A dead letter is one record. What stands at the same place of a topic that was made anew is another, so the place alone
-- does not tell: identity is a hash of place, time, key and value.
alter table dead_letter add column identity text;
update dead_letter set identity = 'before/' || id;
alter table dead_letter
  alter column identity set not null,
  drop constraint dead_letter_topic_partition_no_record_offset_key,
  add constraint dead_letter_identity unique (identity),
  add column waits_for  text,                        -- the key whose change lets it go in again by itself; null: its sender's to mend
  add column replay_at  timestamptz,                 -- goes in again then
  add column replays    integer not null default 0,  -- how often it was tried since that was asked for
  add column entered_at timestamptz;                 -- when it went in after all

create index dead_letter_due on dead_letter (replay_at) where replay_at is not null;
create index dead_letter_waits on dead_letter (waits_for) where waits_for is not null and entered_at is null;

-- Kept before there were keys, for a reason that was ours: they are tried at the next start.
update dead_letter set waits_for = 'engine' where code like 'MAPPING%' or code = 'NOT_UNDERSTOOD';
