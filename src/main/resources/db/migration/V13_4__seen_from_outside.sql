-- Letters that still lie here, with what they wait for: they are counted every few seconds.
create index dead_letter_open on dead_letter (waits_for, received_at) where entered_at is null;
