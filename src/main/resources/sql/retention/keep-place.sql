-- After each step: a sweep that is interrupted goes on behind it.
update retention_sweep
set after = :#${variable.after}::text, removed = removed + :#${variable.removed}::bigint, last_at = :#${variable.now}::timestamptz,
    next_at = case when :#${variable.whole}::boolean then :#${variable.now}::timestamptz
                   else :#${variable.now}::timestamptz + :#${properties:ledgerway.keep.every}::interval end
where sweep = :#${variable.sweep}
