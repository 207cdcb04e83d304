-- A consent belongs to whoever asked for it, and what it opens is offered to nobody else.
alter table xero_consent
  add column asked_by      text  not null default '',
  add column browser_hash  text;   -- of the secret in the asking person's browser; null when a program asked

-- Of what was open before nobody is known; it is offered to nobody, and its tokens go when nobody chooses within the hour.
alter table xero_offer add column asked_by text not null default '';
create index xero_offer_asked_by on xero_offer (asked_by);
