-- What goes with documents: calls, receipts, confirmations, and what could not be accepted or told.
insert into batch (id, company, resource, tenant_id, state, owner, idempotency_key, request_hash, size, intended_at, next_attempt_at, settled_at)
select p.batch, min(p.company), min(p.resource), 'tenant-' || right(min(p.company), 4),
       case when bool_or(p.state = 'UNCERTAIN') then 'UNCERTAIN' when bool_or(p.state = 'SENDING') then 'SENDING' else 'SETTLED' end,
       ('019a0000-0000-7000-8000-0000000e000' || (1 + min(p.position) % 3))::uuid, 'lw-' || p.batch, md5(p.batch::text), count(*), min(p.changed_at),
       case when bool_or(p.state = 'UNCERTAIN') then :now + interval '20 seconds' when bool_or(p.state = 'SENDING') then :now + interval '3 minutes' end,
       case when bool_and(p.state not in ('SENDING', 'UNCERTAIN')) then min(p.changed_at) end
from posting p where p.batch is not null group by p.batch;

insert into xero_call (id, company, tenant_id, instance, method, resource, idempotency_key, request_hash, elements, started_at, finished_at, status)
select md5('call' || id)::uuid, company, tenant_id, owner, 'PUT', resource, idempotency_key, request_hash, size, intended_at,
       intended_at + interval '300 milliseconds', 200
from batch;
insert into xero_call (id, company, tenant_id, instance, method, resource, started_at, finished_at, status)
select md5(c || 'get' || d || r)::uuid, 'company-' || lpad(c::text, 4, '0'), 'tenant-' || lpad(c::text, 4, '0'), '019a0000-0000-7000-8000-0000000e0001', 'GET', r,
       :now - interval '1 day' * d, :now - interval '1 day' * d, 200
from generate_series(1, :companies) c, generate_series(1, 365, 3) d, unnest(array['Accounts', 'Contacts', 'BankTransactions']) r;

insert into receipt (id, posting, company, source, source_id, kind, file_name, url, state, due_at, name, content_type, size, sha256, problems, changed_at)
select md5('receipt' || p.id)::uuid, p.id, p.company, p.source, 'receipt-' || p.source_id, 'RECEIPT', 'receipt.pdf', 'https://files.example/' || p.source_id,
       r.state, case when r.state = 'WAITING' and p.state = 'POSTED' and p.received_at > :now - interval '30 days' then :now - interval '1 minute' end,
       case when r.state = 'ATTACHED' then 'receipt.pdf' end, case when r.state = 'ATTACHED' then 'application/pdf' end,
       case when r.state = 'ATTACHED' then 30000 end, case when r.state = 'ATTACHED' then md5(p.source_id) end,
       case when r.state = 'FAILED' then '[{"code": "FILE_TOO_LARGE", "actor": "SOURCE", "action": "Make it smaller."}]' end, p.changed_at
from posting p
cross join lateral (select case when p.state <> 'POSTED' then 'WAITING' when p.position = 17 then 'FAILED'
                                when p.position = 18 and p.total::int % 20 = 0 then 'WAITING' else 'ATTACHED' end as state) r
where p.company ~ '[15]$' and p.undoes is null and p.position % 4 <> 0;

insert into confirmation (posting, company, source, source_id, state, at)
select id, company, source, source_id, case when received_at > :now - interval '10 minutes' then 'WAITING' else 'CONFIRMED' end, changed_at
from posting where source = 'expensify' and company ~ '0$' and state = 'POSTED';

insert into dead_letter (id, identity, topic, partition_no, record_offset, record_key, payload, company, source_id, code, message, action, received_at,
                         published_at, waits_for, entered_at, headers)
select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7000' || '8000' || lpad(to_hex(n), 12, '0'))::uuid, 'letter-' || n,
       case when n % 5 = 0 then 'perk.users' else 'perk.expenses' end, n % 3, n, 'company-0001', convert_to(repeat('{"id": "' || n || '"}', 30), 'UTF8'),
       case when n % 4 <> 0 then 'company-' || lpad((1 + n % :companies)::text, 4, '0') end, 'exp-' || n,
       (array['UNKNOWN_COMPANY', 'NOT_JSON', 'IN_FLIGHT', 'MAPPING_FAILED', 'TOO_LARGE'])[1 + n % 5], 'What is wrong with ' || n, 'Mend it.', at,
       case when n % 2000 <> 1 then at end,
       case n % 5 when 2 then 'settled:perk/exp-' || n when 3 then 'mapping:perk/card-expense' end,
       case when n % 10 < 9 and (n % 5 in (2, 3)) then at + interval '1 minute' end, '[]'
from generate_series(1, :postings / 100) n
cross join lateral (select :now - interval '170 days' * (1 - n / (:postings / 100.0)) as at) came;

insert into untellable (kind, item, company, subject, code, message, waits_for, since)
select 'outcome', h.id::text, h.company, 'exp', 'TOO_LARGE', 'Too large.', 'mapping:shared/outcome', h.at
from posting_history h where h.id between 1000 and 1100;
update posting_history set told_at = null, untellable = true where id between 1000 and 1100;

insert into held_look (company, looked_at, day, spent, due_at)
select distinct company, :now - interval '10 minutes', (:now at time zone 'UTC')::date, 50, :now - interval '1 minute' + interval '1 second' * right(company, 4)::int from posting where state = 'HELD';

insert into work_lease (kind, key, token, owner, leased_until)
select 'export', 'company-0001/BankTransactions/1', '019a0000-0000-7000-d000-000000000001', '019a0000-0000-7000-8000-0000000e0001',
       ledgerway_now() + interval '1 hour';
