-- What a plan holds is told by what Xero says is left, whatever the connection says: a company of the smallest plan (a thousand calls
-- a day, xero-api.md 3) has the same part of them for its imports, and that its day begins anew is seen, too.

-- As before, only that the reserve is a part of what the day holds.
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
  reserve int;
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

  -- A day that held no more than a thousand calls when they were first counted is one of Xero's smallest plan.
  reserve := case when t.day_left + t.day_since <= 1000 then least(p_day_reserve, p_day_reserve * 1000 / p_per_day)
                  else p_day_reserve end;
  -- The first call of a day may be anybody's: its answer tells what the day holds.
  if t.day_left <= (case when new_day then 0 else reserve end) then
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

-- As before, only that a day has begun when far more is left than was.
create or replace function xero_release(
  p_tenant text, p_call uuid, p_now timestamptz, p_counted boolean,
  p_minute_left int, p_day_left int, p_per_minute int, p_per_day int,
  p_pause_until timestamptz, p_pause_reason text, p_app_pause_until timestamptz)
returns void
language plpgsql as $$
declare
  a_minute constant interval := '60.5 seconds';
  a_day constant interval := '1 day 5 seconds';
  t xero_tenant;
  mine xero_permit;
  others int;
  free int;
  new_day boolean;
begin
  perform set_config('synchronous_commit', 'off', true);
  select * into t from xero_tenant where tenant_id = p_tenant for update;
  delete from xero_permit where call_id = p_call returning * into mine;
  update xero_permit
  set minute_low = least(minute_low, p_minute_left),
      day_low = least(day_low, p_day_left),
      lost = lost + case when p_counted and p_minute_left is null then 1 else 0 end
  where tenant_id = p_tenant;
  get diagnostics others = row_count;

  -- A call whose permit had been swept says nothing certain any more.
  if mine.call_id is not null then
    if not p_counted then
      t.minute_left := t.minute_left + 1; t.minute_since := t.minute_since - 1;
      t.day_left := t.day_left + 1; t.day_since := t.day_since - 1;
    end if;
    -- Each call that is still under way, or ended untold, may count against the remainder that we
    -- were told. What is left after them is surely free. A remainder below what we believed means
    -- that somebody else calls too.
    if p_minute_left is not null then
      free := greatest(0, least(p_minute_left, mine.minute_low) - others - mine.lost);
      if p_minute_left < t.minute_left or free > t.minute_left then
        t.minute_left := free;
      end if;
      if t.minute_since + t.minute_left >= p_per_minute then
        t.minute_anchor := p_now; t.minute_since := others;
      end if;
    end if;
    if p_day_left is not null then
      -- Far more than can have been missed for calls that were under way.
      new_day := p_day_left > t.day_left + 20;
      free := greatest(0, least(p_day_left, mine.day_low) - others - mine.lost);
      if p_day_left < t.day_left or free > t.day_left then
        t.day_left := free;
      end if;
      if new_day or t.day_since + t.day_left >= p_per_day then
        t.day_anchor := p_now; t.day_since := others;
      end if;
    elsif p_counted and t.day_left <= 0 then
      -- The answer that would have told what the day holds was lost: one more call may ask in a minute,
      -- or a day would be lost with it.
      t.day_anchor := p_now + a_minute - a_day; t.day_since := p_per_day - 1;
    end if;
  end if;

  if p_pause_until is not null then
    if p_pause_until > coalesce(t.paused_until, p_now) then
      t.paused_until := p_pause_until; t.pause_reason := p_pause_reason;
    end if;
    -- Xero has told when its window ends, which is more than we can know ourselves.
    if p_pause_reason = 'MINUTE' then
      t.minute_left := 0; t.minute_anchor := p_pause_until - a_minute; t.minute_since := others;
    elsif p_pause_reason = 'DAY' then
      t.day_left := 0; t.day_anchor := p_pause_until - a_day; t.day_since := others;
    end if;
  end if;
  update xero_tenant
  set paused_until = t.paused_until, pause_reason = t.pause_reason,
      minute_left = t.minute_left, minute_anchor = t.minute_anchor, minute_since = t.minute_since,
      day_left = t.day_left, day_anchor = t.day_anchor, day_since = t.day_since
  where tenant_id = p_tenant;
  if p_app_pause_until is not null then
    update xero_app set paused_until = greatest(paused_until, p_app_pause_until);
  end if;
end $$;
