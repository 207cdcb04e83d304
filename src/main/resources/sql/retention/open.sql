-- Where a sweep goes on.
select after from retention_sweep where sweep = :#${variable.sweep}
