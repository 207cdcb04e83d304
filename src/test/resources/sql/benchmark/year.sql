-- Documents of a year that ended thirteen months ago, as the ledger keeps them; their story has four steps each.
with made as (
  insert into posting (id, company, source, source_id, version, kind, resource, document_date, currency, total, employee, merchant,
                       event, document, content_hash, state, marker, xero_id, received_at, changed_at)
  select overlay(first_id_of(at)::text placing lpad(to_hex(n), 12, '0') from 25)::uuid, :company, 'perk', 'old-' || :from + n, 1, 'card-expense',
         'BankTransactions', at::date, 'NZD', 12.50, 'ana@acme.example', 'Harbour Café', repeat('{"an": "event of the usual size"}', 20),
         '{"Type": "SPEND", "Reference": "Harbour Café", "LineItems": [{"Description": "Lunch", "UnitAmount": 12.50, "AccountCode": "420"}]}',
         md5(n::text), 'POSTED', 'LW-' || n, 'x-' || n, at, at
  from generate_series(1, :documents) n
  cross join lateral (select :now::timestamptz - interval '760 days' + n * (interval '360 days' / :documents) as at) a
  returning id, company, changed_at
)
insert into posting_history (posting, company, version, state, problems, at, told_at)
select id, company, 1, state, case state when 'HELD' then '[{"code": "X", "message": "of Ana"}]' end, changed_at, changed_at
from made cross join unnest(array['RECEIVED', 'HELD', 'SENDING', 'POSTED']) state
