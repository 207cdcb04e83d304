-- How calls that are not full are spread over one window of Xero's, so that what is left lasts until the window's end however
-- many documents come. While more is left than an even pace would have left by now, they go at once: p_burst of the window is
-- there for that, and what was not used of the time before. With a quarter of p_burst left they wait, ever longer, and with none of
-- it as long as makes what remains last: then calls and time run out together, also where several kinds of documents wait at
-- once, for each call that is made makes the next wait longer. p_keep of the window is left to others.
--   p_left, p_since   as in xero_tenant: together what the window held when its calls were first counted
--   p_until           the end of the window, at the latest, from now
create function xero_pause(
  p_left double precision, p_since double precision, p_until double precision, p_window double precision,
  p_keep double precision, p_burst double precision, p_longest double precision)
returns double precision
language sql immutable as $$
  select case
    when p_until > 0 is not true then 0
    when spare <= 0 then least(p_longest, p_until)
    else least(p_longest, p_until, p_until / spare * greatest(0, least(1, 1 - 4 * (spare - even) / burst)))
    end
  from (select p_left - p_keep * (p_left + p_since) as spare,
               (1 - p_keep - p_burst) * (p_left + p_since) * least(1, p_until / p_window) as even,
               p_burst * (p_left + p_since) as burst) w
$$;

-- How long documents that do not fill a call wait for company: by what is left of their organisation's day and minute, whichever
-- is longer. Three tenths of the day are left to full calls, to what settles them and to files and imports, which leave a part of
-- that to documents themselves (xero.limits.day-reserve).
create function xero_linger(t xero_tenant, p_now timestamptz, p_longest interval)
returns interval
language sql immutable as $$
  select interval '1 second' * coalesce(greatest(
    xero_pause(t.day_left, t.day_since, extract(epoch from t.day_anchor + interval '1 day 5 seconds' - p_now)::double precision,
               86405, 0.3, 0.16, extract(epoch from p_longest)::double precision),
    xero_pause(t.minute_left, t.minute_since, extract(epoch from t.minute_anchor + interval '60.5 seconds' - p_now)::double precision,
               60.5, 0.02, 0.08, extract(epoch from p_longest)::double precision)), 0)
$$;
