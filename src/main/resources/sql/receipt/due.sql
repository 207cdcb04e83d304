-- The next receipt of each company that has one due; of one company where it is named. Receipts take what documents leave: none
-- goes while a document has come or is ready to go, nor from what is kept for documents of a minute's and of a day's calls. A day that is
-- over may have been counted too low: its first call tells. Companies that chose no receipts cost nothing.
select distinct on (w.company) w.company, next.id as receipt
from source_choice w
join company_state s on s.company = w.company and s.state = 'ACTIVE'
join xero_connection x on x.company = w.company and x.state = 'ACTIVE'
left join xero_tenant t on t.tenant_id = x.tenant_id
left join receipt_pause h on h.company = w.company and h.source = w.source
cross join lateral (
  (select r.id, r.kind, r.due_at from receipt r
   where r.company = w.company and r.source = w.source and r.kind = 'RECEIPT' and r.due_at <= :#${variable.now}::timestamptz
   order by r.due_at, r.id limit 1)
  union all
  (select r.id, r.kind, r.due_at from receipt r
   where w.choice = '"ALL"'
     and r.company = w.company and r.source = w.source and r.kind = 'SUPPORTING' and r.due_at <= :#${variable.now}::timestamptz
   order by r.due_at, r.id limit 1)) next
where w.name = 'receipts' and w.value = '' and w.choice in ('"RECEIPTS"', '"ALL"')
  and (:#${variable.company}::text is null or w.company = :#${variable.company})
  and (h.until is null or h.until <= :#${variable.now}::timestamptz)
  and (t.paused_until is null or t.paused_until <= :#${variable.now}::timestamptz)
  and (t.tenant_id is null
       or t.day_left > x.day_limit * :#${properties:xero.limits.receipt-reserve:10}::int / 100
       or t.day_anchor + interval '1 day 5 seconds' <= :#${variable.now}::timestamptz)
  and (t.tenant_id is null
       or t.minute_left > :#${properties:ledgerway.receipts.minute-reserve:6}::int
       or t.minute_anchor + interval '60.5 seconds' <= :#${variable.now}::timestamptz)
  and not exists (select from posting p where p.company = w.company and p.state = 'RECEIVED')
  and not exists (select from posting p where p.company = w.company and p.state = 'READY' and p.claimed_by is null and p.released)
order by w.company, next.kind, next.due_at, next.id
