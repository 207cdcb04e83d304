-- Values of a table that held documents wait for, with how many do; those first that hold up most.
select substr(w.key, length(:prefix) + 1) as value, count(*) as documents
from posting p cross join lateral unnest(p.waits_for) w(key)
where p.company = :company and p.state = 'HELD' and starts_with(w.key, :prefix)
group by w.key order by count(*) desc, w.key limit 500
