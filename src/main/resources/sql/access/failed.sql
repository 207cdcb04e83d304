-- Counted anew when the last failure is long ago.
insert into sign_in_failure (subject, failed, since) select s, 1, :now from unnest(:subjects) s order by s
on conflict (subject) do update
  set failed = case when sign_in_failure.since > :since then sign_in_failure.failed + 1 else 1 end,
      since = excluded.since
