-- How each document came to where it is: some were held and replaced on the way, which makes :steps changes of state for each.
insert into posting_history (posting, company, version, state, problems, batch, xero_id, at, told_at)
select p.id, p.company, p.version, last.state, case when last.state = 'HELD' then coalesce(p.problems, '[{"code": "CONTACT_NOT_FOUND"}]') end,
       case when s > :steps - 2 then p.batch end, case when s = :steps then p.xero_id end, p.received_at + interval '100 milliseconds' * s,
       -- Of the latest, some are not told yet.
       case when s < :steps or p.received_at < :now - interval '10 minutes' then p.received_at + interval '3 seconds' end
from posting p, generate_series(1, :steps) s
cross join lateral (select case when s = :steps then p.state
                                else (array['RECEIVED', 'HELD', 'RECEIVED', 'READY', 'RECEIVED', 'READY', 'RECEIVED', 'READY', 'SENDING'])[1 + (s + 8 - (:steps - 1) % 9) % 9] end as state) last;
