-- Who renews a token set just now, and until when nobody else does. No lock is held over the call.
alter table xero_token_set
  add column renewing          uuid,
  add column renewing_until    timestamptz,
  add column renewal_began_at  timestamptz;

update xero_token_set s set renewal_began_at = r.began_at from xero_renewal r where r.token_set = s.id;
drop table xero_renewal;

comment on column xero_token_set.renewal_began_at is
  'A renewal has begun then of which no answer is stored yet: the next one must not come later than Xero''s grace.';
