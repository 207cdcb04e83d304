-- Letters that have been kept long enough, some at a time, the oldest first: those that went in after all are kept for a shorter time.
-- What was not told yet is kept until it is.
delete from dead_letter
where id in (
  select id from dead_letter
  where received_at < :#${variable.now}::timestamptz - least(:#${properties:ledgerway.dead-letters.keep:180d}::interval,
                                                             :#${properties:ledgerway.dead-letters.keep-entered:30d}::interval)
    and (published_at is not null or untellable)
    and case when entered_at is null
             then received_at < :#${variable.now}::timestamptz - :#${properties:ledgerway.dead-letters.keep:180d}::interval
             else entered_at < :#${variable.now}::timestamptz - :#${properties:ledgerway.dead-letters.keep-entered:30d}::interval end
  order by received_at
  limit 500)
