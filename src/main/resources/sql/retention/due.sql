-- Sweeps that look again.
select sweep from retention_sweep where next_at <= :#${variable.now}::timestamptz order by last_at nulls first, sweep
