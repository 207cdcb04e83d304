-- The time that all instances share. What several of them decide by (leases, who is alive) is reckoned by it in the statement
-- itself. A test that moves the time puts another function in its place.
create function ledgerway_now() returns timestamptz language sql stable return statement_timestamp();

-- Who works on what. A row stands here while somebody holds the work, and after a failure until it goes through.
create table work_lease (
  kind          text        not null,  -- import, ...
  key           text        not null,  -- of which company, ...
  -- New with each holder: who writes proves by it that the work is still his. Unique so that a change of holder waits for a
  -- transaction that has proved it, while the heartbeat does not.
  token         uuid        not null unique,
  owner         uuid        not null,  -- the instance
  leased_until  timestamptz not null,  -- the heartbeat puts it off; when it has passed, anybody may take the work over
  failures      int         not null default 0,
  due_at        timestamptz,           -- after a failure: not before
  problem       text,
  primary key (kind, key)
);

-- As before, only that who is alive is reckoned by the database's own time.
create or replace function xero_acquire(
  p_tenant text, p_call uuid, p_instance uuid, p_now timestamptz, p_leased_until timestamptz,
  p_concurrent int, p_per_minute int, p_per_day int, p_day_reserve int, p_short interval,
  out outcome text, out until timestamptz, out soon boolean)
language plpgsql as $$
declare
  -- A little longer than Xero's windows, as the clocks of instances differ a little.
  a_minute constant interval := '60.5 seconds';
  a_day constant interval := '1 day 5 seconds';
  t xero_tenant;
  under_way int;
  new_day boolean;
begin
  perform set_config('synchronous_commit', 'off', true);
  select * into t from xero_tenant where tenant_id = p_tenant for update;
  if not found then
    insert into xero_tenant (tenant_id, minute_left, minute_anchor, day_left, day_anchor)
    values (p_tenant, p_per_minute, p_now, p_per_day, p_now) on conflict do nothing;
    select * into t from xero_tenant where tenant_id = p_tenant for update;
  end if;

  soon := false;
  if t.paused_until > p_now then
    outcome := t.pause_reason; until := t.paused_until; return;
  end if;
  select paused_until into until from xero_app where paused_until > p_now;
  if found then
    outcome := 'APP_MINUTE'; soon := until < p_now + p_short; return;
  end if;

  delete from xero_permit p
  where p.tenant_id = p_tenant
    and (p.leased_until < p_now
         or not exists (select 1 from engine_instance i where i.id = p.instance and i.alive_until >= ledgerway_now()));
  select count(*) into under_way from xero_permit where tenant_id = p_tenant;
  if under_way >= p_concurrent then
    outcome := 'CONCURRENT'; until := p_now + interval '1 second'; soon := true; return;
  end if;

  if p_now >= t.minute_anchor + a_minute then
    t.minute_left := greatest(t.minute_left, p_per_minute - t.minute_since);
    t.minute_anchor := p_now;
    t.minute_since := under_way;
  end if;
  new_day := p_now >= t.day_anchor + a_day;
  if new_day then
    t.day_left := greatest(t.day_left, p_per_day - t.day_since);
    t.day_anchor := p_now;
    t.day_since := under_way;
  end if;

  -- The first call of a day may be anybody's: its answer tells what the day holds.
  if t.day_left <= (case when new_day then 0 else p_day_reserve end) then
    outcome := 'DAY'; until := t.day_anchor + a_day; soon := t.day_left <= 0 and under_way > 0 or until < p_now + p_short;
  elsif t.minute_left <= 0 then
    outcome := 'MINUTE'; until := t.minute_anchor + a_minute;
    soon := under_way > 0 or until < p_now + p_short;
  else
    outcome := 'GRANTED'; until := null;
    insert into xero_permit (call_id, tenant_id, instance, leased_until)
    values (p_call, p_tenant, p_instance, p_leased_until);
    t.minute_left := t.minute_left - 1; t.minute_since := t.minute_since + 1;
    t.day_left := t.day_left - 1; t.day_since := t.day_since + 1;
  end if;

  -- A tenant that can do nothing for a while is passed over by whoever looks for work.
  if outcome <> 'GRANTED' and not soon and (outcome = 'MINUTE' or t.day_left <= 0) then
    t.paused_until := until; t.pause_reason := outcome;
  end if;
  update xero_tenant
  set paused_until = t.paused_until, pause_reason = t.pause_reason,
      minute_left = t.minute_left, minute_anchor = t.minute_anchor, minute_since = t.minute_since,
      day_left = t.day_left, day_anchor = t.day_anchor, day_since = t.day_since
  where tenant_id = p_tenant;
end $$;
