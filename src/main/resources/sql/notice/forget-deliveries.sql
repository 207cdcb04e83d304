-- What was sent, or given up, is shown for a while.
delete from notice_delivery
where id in (select id from notice_delivery
             where made_at < :#${variable.now}::timestamptz - :#${properties:ledgerway.notices.keep:90d}::interval
               and (state <> 'WAITING' or occasion = 'TEST')
             limit 1000)
