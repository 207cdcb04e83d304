-- A year of documents, in the order in which they came, a fifth of them of the first company. Nearly all are posted. Of the last
-- ones many are still on their way, and some that were in a call that Xero refused as a whole stand before them, each with as many
-- as may go with it.
insert into posting (id, company, source, source_id, version, kind, resource, document_date, currency, total, employee, merchant, event, document,
                     content_hash, state, problems, waits_for, books_version, mapping_version, max_batch, batch, position, marker, xero_id, refusals,
                     released, export_run, later_hash, received_at, changed_at)
select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7000' || '8000' || lpad(to_hex(n), 12, '0'))::uuid,
       company, case when n % 10 = 0 then 'expensify' else 'perk' end, 'exp-' || lpad(n::text, 9, '0'), 1, kind, resource, at::date, 'NZD', 12.50 + n % 1000,
       'person-' || (1 + h % 200) || '@' || company || '.example', 'Merchant ' || h % 500,
       '{"id": "exp-' || n || '", "lines": "' || repeat(md5(n::text), 18) || '"}',
       case when state not in ('RECEIVED', 'NOTHING_TO_POST') then '{"Reference": "' || n || '", "LineItems": "' || repeat(md5(n::text), 16) || '"}' end,
       md5(n::text), state,
       case when state = 'HELD' then
         jsonb_build_array(jsonb_build_object('code', cause.code, 'actor', cause.actor, 'message', cause.message, 'action', cause.action))::text
       when state = 'DIFFERENT' then
         '[{"code": "CHANGED_AFTER_POSTING", "actor": "FINANCE", "message": "It was changed at its source.", "action": "Correct it in Xero."}]' end,
       case when state = 'HELD' then array[cause.key] else '{}' end, 200, 'mapping', max_batch,
       case when state in ('POSTED', 'DIFFERENT', 'UNDONE', 'SENDING', 'UNCERTAIN')
            then ('019a0000-0000-7000-c000-' || lpad(to_hex(n / 40), 12, '0'))::uuid end,
       n % 40, case when state not in ('RECEIVED', 'HELD') then 'LW-' || n end, case when state in ('POSTED', 'DIFFERENT', 'UNDONE') then md5('x' || n) end,
       case when state = 'HELD' and h % 10 = 0 then 1 else 0 end, state = 'READY' and h % 20 <> 0,
       case when h % 500 = 3 then (select r.id from export_run r where r.company = placed.company order by r.id desc limit 1) end,
       case when state = 'UNDONE' and h % 100 = 0 then 'newer' end, at, at + interval '2 seconds'
from (
  select n, at, h, kind_of.kind, kind_of.resource,
         'company-' || lpad((case when u < 0.2 or n > :postings * 0.988 and n % 2 = 0 then 1
                                  else 2 + floor((:companies - 1) * power((u - 0.2) / 0.8, 2))::int end)::text, 4, '0') as company,
         case when n > :postings * 0.9998 then 'RECEIVED'
              when n > :postings * 0.9996 then 'UNCERTAIN'
              when n > :postings * 0.9992 then 'SENDING'
              when n > :postings * 0.988 then 'READY'
              when h % 1000 < 4 then 'HELD' when h % 1000 = 4 then 'UNDONE' when h % 1000 in (5, 6) then 'NOTHING_TO_POST'
              when h % 2000 = 7 then 'DIFFERENT' else 'POSTED' end as state,
         case when n between :postings * 0.988 and :postings * 0.988 + 200 then (array[25, 12, 6, 3])[1 + n % 4] else 50 end as max_batch
  from generate_series(1, :postings) n
  cross join lateral (select :now - interval '1 year' + interval '1 year' * (n::float8 / :postings) as at, hashint4(n) & 2147483647 as h,
                             (hashint4(n + 1000000007) & 2147483647) / 2147483648.0::float8 as u) drawn
  cross join lateral (select (array['card-expense', 'card-expense', 'card-expense', 'private-expense', 'travel-expense'])[1 + h % 5] as kind,
                             (array['BankTransactions', 'BankTransactions', 'BankTransactions', 'Invoices', 'BankTransactions'])[1 + h % 5] as resource) kind_of
) placed
cross join lateral (
  select c.* from (values
    (0, 'CONTACT_NOT_FOUND', 'FINANCE', 'contact:person-' || (h % 200) || '@' || company || '.example'),
    (1, 'ACCOUNT_ARCHIVED', 'FINANCE', 'account:account-' || (h % 120)),
    (2, 'CARD_NOT_MAPPED', 'ADMIN', 'table:perk/cards/card-' || (h % 30)),
    (3, 'TAX_RATE_INACTIVE', 'FINANCE', 'tax-rate:tax-rate-' || (h % 10)),
    (4, 'DOCUMENT_NOT_POSTED', 'SOURCE', 'document:perk/exp-' || lpad((h % 1000)::text, 12, '0')),
    (5, 'PERIOD_LOCKED', 'FINANCE', 'organisation:lock-date')) as v (place, code, actor, key)
  cross join lateral (select v.code, v.actor, v.code || ' by ' || v.key as message, 'Mend it.' as action, v.key) c
  where v.place = h / 1000 % 6) cause;

-- Undoing is a document, too.
insert into posting (id, company, source, source_id, version, kind, resource, event, content_hash, state, undoes, received_at, changed_at)
select overlay(id::text placing 'f' from 25 for 1)::uuid, company, source, 'undo:' || xero_id, 1, kind, 'UndoBankTransactions', '{}', '', 'POSTED', id,
       received_at, changed_at
from posting where state = 'UNDONE';

insert into posting_total select company, state, count(*) from posting group by company, state;
insert into books_moved (company, version, at, look_at) select company, max(version), max(at), max(at) from reference_change where at > :now - interval '2 minutes' group by company;
