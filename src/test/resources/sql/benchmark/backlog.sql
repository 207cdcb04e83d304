insert into posting (id, company, source, source_id, version, kind, resource, document_date, currency, total,
                     employee, merchant, event, document, content_hash, state, released, received_at, changed_at)
select ('019a0000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'acme', 'perk', 'exp-' || lpad(n::text, 7, '0'), 1, 'card-expense',
       'BankTransactions', date '2026-11-20', 'NZD', 12.50, 'ana@acme.example', 'Harbour Café',
       repeat('{"an": "event of the usual size"}', 20),
       repeat('{"a": "document of the usual size"}', 20), md5(n::text), 'READY', true, now(), now()
from generate_series(1, :documents) n
