-- The first reading sees all that a sweep would see.
insert into company_source as s (company, source, account, enabled, swept_at)
values (:company, :source, :account, :enabled, ledgerway_now())
on conflict (company, source) do update set
  -- Another account is another past.
  read_until = case when s.account is distinct from excluded.account then null else s.read_until end,
  account = excluded.account, enabled = excluded.enabled, problem = null, next_poll_at = null, changed_at = ledgerway_now()
