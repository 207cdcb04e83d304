-- Companies of all sizes, connected and set up, with what they chose. The first is the largest, and the first of each hundred has a
-- long list of contacts.
insert into company (id, name, created_at, planned)
select 'company-' || lpad(c::text, 4, '0'), 'Company ' || c, :now - interval '1 year', true from generate_series(1, :companies) c;

insert into engine_instance (id, started_at, alive_until)
select ('019a0000-0000-7000-8000-0000000e' || lpad(to_hex(i), 4, '0'))::uuid, :now - interval '1 day',
       case when i <= 3 then ledgerway_now() + interval '1 hour' else ledgerway_now() - interval '1 hour' end
from generate_series(1, 20) i;

insert into xero_token_set (id, grant_type, access_expires_at, version, created_at)
select ('019a0000-0000-7000-8000-00000000' || lpad(to_hex(c), 4, '0'))::uuid,
       case when c % 20 = 0 then 'CLIENT_CREDENTIALS' else 'AUTHORIZATION_CODE' end, :now + interval '10 minutes', 400, :now - interval '1 year'
from generate_series(1, :companies) c;

insert into xero_connection (company, state, tenant_id, tenant_name, token_set, changed_at)
select 'company-' || lpad(c::text, 4, '0'),
       case when c % 50 = 7 then 'EXPIRED' when c % 100 = 8 then 'DISABLED' else 'ACTIVE' end,
       'tenant-' || lpad(c::text, 4, '0'), 'Company ' || c, ('019a0000-0000-7000-8000-00000000' || lpad(to_hex(c), 4, '0'))::uuid,
       :now - interval '100 days'
from generate_series(1, :companies) c where c % 50 <> 9;

insert into xero_tenant (tenant_id, paused_until, pause_reason, minute_left, minute_anchor, day_left, day_anchor, day_since)
select 'tenant-' || lpad(c::text, 4, '0'), case when c % 100 = 10 then :now + interval '30 seconds' end,
       case when c % 100 = 10 then 'MINUTE' end, 50, :now - interval '30 seconds', 4000, :now - interval '10 hours', 1000
from generate_series(1, :companies) c;

insert into import_settings (company, stage, settings, tenant_id, named_tenant, changed_at)
select company, 'ACTIVE',
       '{"accounts": {"types": ["EXPENSE", "OVERHEADS"], "accounts": []}, "trackingCategories": {}, "taxRates": {"selected": [], "deselected": []}}',
       tenant_id, tenant_id, :now - interval '300 days'
from xero_connection where company not like '%3_1';

insert into import_schedule (company, sync_at, next_run_at)
select id, default_sync_at(id), :now + interval '10 hours' from company;

insert into import_run (company, requested_at, started_at, finished_at, requested_by)
select company, :now - interval '7 hours', :now - interval '7 hours', :now - interval '7 hours' + interval '20 seconds', 'schedule' from xero_connection;

insert into import_progress (company, resource, pages, records, expected, changed, at)
select company, resource, 1, 100, null, 0, :now - interval '7 hours'
from xero_connection, unnest(array['Organisation', 'Currencies', 'TaxRates', 'TrackingCategories', 'Accounts', 'Contacts']) resource;

insert into reference_cursor (company, resource, cursor, last_run_at, last_full_at, records_seen, records_changed)
select company, resource, :now - interval '1 day', :now - interval '7 hours', :now - interval '300 days', 100, 0
from xero_connection, unnest(array['Organisation', 'Currencies', 'TaxRates', 'TrackingCategories', 'Accounts', 'Contacts']) resource;

insert into export_schedule (company, source, mode, at, runs_as, next_due)
select 'company-' || lpad(c::text, 4, '0'), '', case when c % 3 = 0 then 'DAILY' else 'MANUAL' end, case when c % 3 = 0 then time '18:00' end,
       'admin', case when c % 3 = 0 then :now + interval '9 hours' end
from generate_series(1, :companies) c where c % 10 in (3, 4);

-- Those that ended, and some under way.
insert into export_run (id, company, occasion, what, asked_by, begun_at, documents, ended_at)
select ('019a0000-0000-7000-9' || lpad(to_hex(c), 3, '0') || '-' || lpad(to_hex(r), 12, '0'))::uuid, 'company-' || lpad(c::text, 4, '0'),
       case when r % 2 = 0 then 'REQUEST' else 'SCHEDULE' end, 'ALL', 'admin', :now - interval '1 day' * (300 - r), 50,
       case when r < 300 then :now - interval '1 day' * (299 - r) end
from generate_series(1, :companies) c, generate_series(1, 300) r where c % 10 in (3, 4) and (r < 300 or c % 20 = 3);

insert into company_source (company, source, account, enabled, read_until, next_poll_at, swept_at, changed_at)
select 'company-' || lpad(c::text, 4, '0'), 'expensify', 'policy-' || c, true, '2026-11-20', ledgerway_now() + interval '1 hour',
       ledgerway_now() - interval '3 hours', ledgerway_now() - interval '200 days'
from generate_series(1, :companies) c where c % 5 in (0, 1);

insert into poll (id, company, source, kind, first_day, last_day, since, until, next_at, asked_by, started_at, ended_at, outcome, entered)
select ('019a0000-0000-7000-a' || lpad(to_hex(c), 3, '0') || '-' || lpad(to_hex(r), 12, '0'))::uuid, 'company-' || lpad(c::text, 4, '0'), 'expensify',
       'ROUTINE', :now::date - 300 + r, :now::date - 300 + r, :now::date - 300 + r, :now::date - 300 + r, ledgerway_now() + interval '1 minute', 'schedule',
       ledgerway_now() - interval '1 day' * (301 - r), case when r < 300 then ledgerway_now() - interval '1 day' * (300 - r) end,
       case when r < 300 then 'DONE' end, case when r < 300 then 1 end
from generate_series(1, :companies) c, generate_series(1, 300) r where c % 5 in (0, 1) and (r < 300 or c % 25 = 0);

insert into source_credential (credential) select 'credential-' || c from generate_series(1, :companies / 5) c;
insert into source_request (credential, id, started_at, ended_at)
select 'credential-' || (1 + r % (:companies / 5)), ('019a0000-0000-7000-b000-' || lpad(to_hex(r), 12, '0'))::uuid,
       ledgerway_now() - interval '1 second' * (r % 3600), ledgerway_now() - interval '1 second' * (r % 3600 - 1)
from generate_series(1, :companies * 2) r;

insert into source_choice (company, source, name, value, tenant_id, kind, choice, chosen_at)
select b.company, 'perk', 'cards', 'card-' || k, b.tenant_id, 'account', to_jsonb('account-' || k), :now - interval '300 days'
from present_books b, generate_series(1, 8) k
union all
select b.company, 'perk', 'receipts', '', '', null, '"ALL"', :now - interval '300 days' from present_books b where b.company ~ '[15]$'
union all
select b.company, 'expensify', 'confirm', '', '', null, '"REIMBURSED"', :now - interval '300 days' from present_books b where b.company ~ '0$';
