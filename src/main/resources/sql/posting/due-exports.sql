-- What can be sent now or within a second, by company and resource, and in how many milliseconds. A full batch goes at once. The
-- first document after a pause does so, too, as soon as nothing more comes and nothing is being checked. What comes while a batch
-- is under way waits for its end and goes together, so that real time does not mean a call for each document; and as an
-- organisation's calls become fewer it waits longer (xero_linger). What somebody asked to export waits for none of this. What is not
-- released waits for an export (V12_2).
-- The index is stepped over from one company and resource to the next: whoever has nothing ready costs nothing.
with recursive due (company, resource) as (
  (select company, resource from posting where state = 'READY' and claimed_by is null and released order by company, resource limit 1)
  union all
  select further.company, further.resource
  from due
  cross join lateral (
    select p.company, p.resource from posting p
    where p.state = 'READY' and p.claimed_by is null and p.released and (p.company, p.resource) > (due.company, due.resource)
    order by p.company, p.resource limit 1) further
)
select c.id as company, due.resource,
       ready.documents < 50 or ready.mixed as partial,
       lane,
       greatest(0, ceil(extract(epoch from due_from.at - :#${variable.now}::timestamptz) * 1000))::bigint as wait
from due
join company c on c.id = due.company
join company_state s on s.company = c.id and s.state = 'ACTIVE'
join xero_connection x on x.company = c.id
left join xero_tenant t on t.tenant_id = x.tenant_id
cross join lateral (
  select count(*) as documents, min(q.changed_at) as oldest, max(q.changed_at) as newest, min(q.max_batch) < max(q.max_batch) as mixed,
         bool_or(q.export_run is not null) as asked
  from (select p.changed_at, p.max_batch, p.export_run
        from posting p
        where p.company = c.id and p.resource = due.resource and p.state = 'READY' and p.claimed_by is null and p.released
        order by p.received_at, p.id
        limit 151) q) ready
cross join lateral (
  select coalesce(array_agg(l order by l) filter (where w.key is null), '{}') as free, count(w.key) as busy
  from generate_series(1, :#${properties:ledgerway.export.lanes:3}::int) l
  left join work_lease w on w.kind = 'export' and w.key = c.id || '/' || due.resource || '/' || l and w.leased_until > ledgerway_now()) lanes
cross join lateral (
  select exists (select from posting p where p.company = c.id and p.state = 'RECEIVED') as going_on) checking
cross join lateral (
  select case
    when ready.documents >= 50 or ready.asked and not checking.going_on then ready.oldest
    else greatest(
      least(case when not checking.going_on then ready.newest + :#${properties:ledgerway.export.gather:100ms}::interval end,
            ready.oldest + :#${properties:ledgerway.export.longest-gather:2s}::interval),
      -- A call that is not answered for so long has nobody wait for it any more.
      case when lanes.busy > 0 then ready.oldest + interval '10 seconds' end,
      -- As long as one call has to last, for each kind of documents that wait.
      ready.oldest + least(
        :#${properties:ledgerway.export.longest-linger:15m}::interval,
        (select count(*) from due d where d.company = c.id)
        * xero_linger(t, :#${variable.now}::timestamptz, :#${properties:ledgerway.export.longest-linger:15m}::interval)))
    end as at) due_from
cross join lateral unnest(lanes.free[1:(ready.documents + 49) / 50]) as lane
where ready.documents > 0
  and (t.paused_until is null or t.paused_until <= :#${variable.now}::timestamptz)
  and due_from.at <= :#${variable.now}::timestamptz + interval '1 second'
