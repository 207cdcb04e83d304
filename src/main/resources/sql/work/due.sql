-- Who is to look for work: the bells of what can be done now, because its time has come or because of what another engine did. Each
-- looks anew. What cannot be done now, since somebody is at it, it rests after a failure, or Xero does not let its company in, rings
-- nothing. The earliest of each is asked for where a plan for any time would take a third of all for due, and read all.
with recursive untold_topic (topic) as (
  (select topic from dead_letter where published_at is null and not untellable order by topic limit 1)
  union all
  select further.topic
  from untold_topic
  cross join lateral (
    select d.topic from dead_letter d
    where d.published_at is null and not d.untellable and d.topic > untold_topic.topic order by d.topic limit 1) further
)
select 'check' as bell where exists (select from due_check)
union all
select 'import'
where exists (select from due_import d left join work_lease w on w.kind = 'import' and w.key = d.company
              where w.key is null or w.leased_until <= ledgerway_now() and (w.due_at is null or w.due_at <= ledgerway_now()))
union all
select 'nightly'
where (select min(next_run_at) from import_schedule) <= :#${variable.now}::timestamptz
   or exists (select from company where not planned)
union all
select 'settle'
where exists (select from batch d
              join xero_connection x on x.company = d.company and x.state = 'ACTIVE' and x.tenant_id = coalesce(d.tenant_id, x.tenant_id)
              left join xero_tenant t on t.tenant_id = x.tenant_id
              left join work_lease w on w.kind = 'settle' and w.key = d.id::text
              where d.state in ('SENDING', 'UNCERTAIN')
                and (d.next_attempt_at <= :#${variable.now}::timestamptz
                     or d.owner <> :#${variable.instance}::uuid
                        and not exists (select from engine_instance i where i.id = d.owner and i.alive_until > ledgerway_now()))
                and (t.paused_until is null or t.paused_until <= :#${variable.now}::timestamptz)
                and (w.key is null or w.leased_until <= ledgerway_now()))
union all
select 'claims'
where exists (select from posting p
              where p.claimed_by is not null and p.state = 'READY'
                and (p.claimed_at < :#${variable.now}::timestamptz - interval '5 minutes'
                     or not exists (select from engine_instance i where i.id = p.claimed_by and i.alive_until > ledgerway_now())))
union all
select 'unconnected'
where exists (select from xero_connection x join posting p on p.company = x.company and p.state = 'READY' and p.claimed_by is null
              where x.state in ('EXPIRED', 'DISABLED') and x.changed_at < :#${variable.now}::timestamptz - interval '2 seconds')
union all
select 'books' where (select min(look_at) from books_moved) <= :#${variable.now}::timestamptz
union all
select 'schedules' where (select min(next_due) from export_schedule) <= :#${variable.now}::timestamptz
union all
select 'reference-data-' || t.source
from reference_teller t
where exists (select from reference_publication p
              left join work_lease w on w.kind = 'tell-reference-data' and w.key = p.source || '/' || p.company
              where p.source = t.source and (p.last_change > p.published or p.republish_after is not null)
                and (w.key is null or w.leased_until <= ledgerway_now() and (w.due_at is null or w.due_at <= ledgerway_now())))
union all
select 'letters'
where (select min(replay_at) from dead_letter where replays < 5 and entered_at is null) <= :#${variable.now}::timestamptz
union all
select distinct 'letters-out-' || split_part(u.topic, '.', 1)
from untold_topic u
left join work_lease w on w.kind = 'tell-dead-letters' and w.key = u.topic
where w.key is null or w.leased_until <= ledgerway_now() and (w.due_at is null or w.due_at <= ledgerway_now())
union all
select 'plan-polls'
where exists (select from company_source where enabled and account is not null and problem is null and next_poll_at is null)
union all
select 'begin-polls'
where exists (select from company_source where enabled and account is not null and problem is null and next_poll_at <= ledgerway_now())
union all
select 'poll'
where exists (select from poll p
              join company_source s on s.company = p.company and s.source = p.source and s.enabled and s.account is not null
              left join work_lease w on w.kind = 'poll' and w.key = p.company || '/' || p.source
              where p.ended_at is null and p.next_at <= ledgerway_now()
                and not exists (select from poll before
                                where before.company = p.company and before.source = p.source and before.ended_at is null and before.id < p.id)
                and (w.key is null or w.leased_until <= ledgerway_now()))
