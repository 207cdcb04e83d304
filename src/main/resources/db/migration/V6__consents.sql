-- Connecting by a person's consent at Xero (authorization code with PKCE).

alter table xero_token_set
  add column scopes                  text,         -- as granted, separated by spaces; null when Xero did not say
  add column kept_until              timestamptz,  -- until then it is kept without a connection: somebody is choosing
  add column previous_refresh_token  bytea,        -- Xero takes it once more, for half an hour
  add column previous_until          timestamptz;

-- Xero's id of the connection, by which this company alone can be disconnected there.
alter table xero_connection add column connection_id text;

-- A person was sent to Xero and has not come back yet.
create table xero_consent (
  -- SHA-256 of the state, which itself is only in that person's hands.
  state_hash    text        primary key,
  company       text        not null references company (id),
  verifier      bytea       not null,
  redirect_uri  text        not null,
  created_at    timestamptz not null,
  expires_at    timestamptz not null
);
comment on column xero_consent.verifier is 'Encrypted with the hash of the state as associated data.';

-- Organisations that a consent opened. They share its tokens.
create table xero_offer (
  token_set      uuid        not null references xero_token_set (id) on delete cascade,
  tenant_id      text        not null,
  tenant_name    text        not null,
  connection_id  text        not null,
  -- Whose consent it was.
  company        text        not null references company (id),
  offered_at     timestamptz not null,
  primary key (token_set, tenant_id)
);

-- A refresh that has begun and of which no answer is stored yet: the next one must not come later than Xero's grace.
create table xero_renewal (
  token_set  uuid        primary key references xero_token_set (id) on delete cascade,
  began_at   timestamptz not null
);

-- Connections that are still to be ended at Xero.
create table xero_disconnection (
  connection_id  text        primary key,
  token_set      uuid        not null references xero_token_set (id),
  company        text        not null references company (id),
  since          timestamptz not null
);
