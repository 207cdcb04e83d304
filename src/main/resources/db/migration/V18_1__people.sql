-- Who uses the hub, what they may do where, keys of programs, and what was done.
create table hub_user (
  id              uuid        primary key,              -- UUIDv7
  login           text        not null unique check (login = lower(login)),
  name            text        not null,
  password        text,                                 -- hashed; null: signs in elsewhere, or by the environment's password
  must_change     boolean     not null default false,   -- somebody else knows the password
  operator        boolean     not null default false,
  disabled_at     timestamptz,
  created_at      timestamptz not null,
  signed_in_at    timestamptz
);

create table membership (
  user_id         uuid        not null references hub_user (id) on delete cascade,
  company         text        not null references company (id) on delete cascade,
  role            text        not null check (role in ('VIEWER', 'FINANCE', 'ADMIN')),
  primary key (user_id, company)
);
create index membership_company on membership (company);

-- The key itself is shown once and stored nowhere.
create table api_key (
  id              uuid        primary key,              -- UUIDv7
  prefix          text        not null,                 -- how people tell it from others
  hash            bytea       not null unique,          -- SHA-256 of the key
  name            text        not null,
  company         text        references company (id) on delete cascade,   -- null: of an operator
  role            text        not null check (role in ('VIEWER', 'FINANCE', 'ADMIN', 'OPERATOR')),
  created_at      timestamptz not null,
  created_by      text        not null,
  expires_at      timestamptz,
  used_at         timestamptz,                          -- to the minute
  revoked_at      timestamptz,
  check ((company is null) = (role = 'OPERATOR'))
);
create index api_key_company on api_key (company);

-- Failed sign-ins in a row: of a login from one address, of a login, and of an address.
create table sign_in_failure (
  subject         text        primary key,
  failed          integer     not null,
  since           timestamptz not null
);
create index sign_in_failure_since on sign_in_failure (since);

-- Every act of people and programs, and every sign-in. Never changed.
create table audit_entry (
  id              uuid        primary key,              -- UUIDv7
  at              timestamptz not null,
  who             text        not null,
  company         text,                                 -- no reference: it outlives the company
  act             text        not null,                 -- in words
  subject         text,                                 -- what it was done to
  outcome         text        not null check (outcome in ('DONE', 'REFUSED', 'FAILED')),
  reason          text,                                 -- the code of what refused it
  before          jsonb,
  after           jsonb
);
create index audit_entry_company on audit_entry (company, id desc);
insert into retention_sweep (sweep) values ('acts');

-- Sessions of the hub, as Spring Session keeps them.
create table spring_session (
  primary_id            char(36)     primary key,
  session_id            char(36)     not null unique,
  creation_time         bigint       not null,
  last_access_time      bigint       not null,
  max_inactive_interval int          not null,
  expiry_time           bigint       not null,
  principal_name        varchar(100)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id    char(36)     not null references spring_session (primary_id) on delete cascade,
  attribute_name        varchar(200) not null,
  attribute_bytes       bytea        not null,
  primary key (session_primary_id, attribute_name)
);
