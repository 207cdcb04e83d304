select state, next_step as next, count(*) as batches, min(intended_at) as since
from batch
where state in ('SENDING', 'UNCERTAIN')
group by 1, 2
union all
values ('SENDING', 'RESEND', 0, null::timestamptz), ('UNCERTAIN', 'RESEND', 0, null), ('UNCERTAIN', 'LOOK_UP', 0, null)
