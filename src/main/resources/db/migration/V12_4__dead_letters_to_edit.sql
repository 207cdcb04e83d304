-- What came with a record, which route refused it, and what somebody made of it.
alter table dead_letter
  add column headers    text,         -- as they came: [{"name": …, "value": …}]
  add column route      text,
  add column edited     bytea,        -- what goes in instead of the payload
  add column edited_at  timestamptz,
  add column edited_by  text;

create index dead_letter_received on dead_letter (received_at);
