-- Xero refused a document for a record that our books say is well: they are read again, soon, so that the next document is held
-- before it costs a call, and a later cure is a change that releases this one. What is refused again and again waits longer,
-- and a company's books are read for this reason four times an hour at most.
insert into import_run as r (company, requested_at, after_refusal_at, requested_by)
select distinct p.company, :#${variable.now}::timestamptz, :#${variable.now}::timestamptz, 'refusal'
from posting p
join company_state s on s.company = p.company and s.state = 'ACTIVE'
left join import_run i on i.company = p.company
where p.state = 'HELD' and p.refusals between 1 and 5 and p.waits_for <> '{}'
  and p.changed_at <= :#${variable.now}::timestamptz - :#${properties:ledgerway.import.after-refusal:20s}::interval * power(4, p.refusals - 1)
  and coalesce(i.requested_at, '-infinity') < p.changed_at
  and coalesce(i.after_refusal_at, '-infinity') < :#${variable.now}::timestamptz - interval '15 minutes'
on conflict (company) do update set requested_at = excluded.requested_at, after_refusal_at = excluded.after_refusal_at,
  requested_by = excluded.requested_by
