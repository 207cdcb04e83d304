select 'outcome' as kind, count(*) as untold, min(at) as since
from posting_history
where told_at is null and not untellable and state in ('POSTED', 'HELD', 'DIFFERENT', 'UNDONE')
union all
select 'dead-letter', count(*), min(received_at) from dead_letter where published_at is null and not untellable
