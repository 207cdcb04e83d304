-- Sources whose time has come, each taken once, whichever engine is first. Once a day all that may have been missed is read too.
update company_source s
set next_poll_at = null,
    swept_at = case when s.swept_at is null or s.swept_at < ledgerway_now() - interval '1 day' then ledgerway_now() else s.swept_at end
from (select company, source, swept_at from company_source
      where enabled and account is not null and problem is null and next_poll_at <= ledgerway_now()
      order by next_poll_at limit 50 for update skip locked) due
where s.company = due.company and s.source = due.source
returning s.company, s.source, s.read_until, s.swept_at is distinct from due.swept_at as sweep
