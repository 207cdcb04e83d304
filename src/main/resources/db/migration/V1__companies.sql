-- Companies as the sources know them, and what each has chosen.
create table company (
  id                   text primary key,
  name                 text        not null,
  -- REAL_TIME: exported as they come, by a tick. MANUAL: only when someone asks.
  export_mode          text        not null default 'REAL_TIME' check (export_mode in ('REAL_TIME', 'MANUAL')),
  -- What to do with an expense whose lines differ in sign: HOLD it, or NET it into one document.
  mixed_signs          text        not null default 'HOLD' check (mixed_signs in ('HOLD', 'NET')),
  -- Xero AccountID of the bank account that travel expenses post to.
  transfer_account_id  text,
  created_at           timestamptz not null default now()
);

-- The Xero bank account of each company card.
create table company_card (
  company     text not null references company (id),
  card        text not null,
  account_id  text not null,
  primary key (company, card)
);
