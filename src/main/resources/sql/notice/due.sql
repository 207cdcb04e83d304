-- Companies with a destination whose time has come. One that has not taken its last notice yet gets no other until it has, or the
-- notice was given up: whatever changes meanwhile is one notice then.
select company
from notice_destination d
where d.enabled and d.next_look_at <= :#${variable.now}::timestamptz
  and not exists (select from notice_delivery v where v.destination = d.id and v.state = 'WAITING' and v.occasion <> 'TEST')
group by company
order by min(d.next_look_at)
limit 100
