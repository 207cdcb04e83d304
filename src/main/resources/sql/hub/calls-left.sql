-- What the day of a company's organisation holds, what of it is gone, also by others, and when it begins anew.
select x.day_limit, d.is_new, greatest(x.day_limit - d.remaining, case when d.is_new then 0 else t.day_since end) as used, d.remaining,
       t.day_anchor + interval '1 day' as renewed_at
from xero_connection x
join xero_tenant t on t.tenant_id = x.tenant_id
cross join lateral (select :now::timestamptz >= t.day_anchor + interval '1 day 5 seconds' as is_new) n
cross join lateral (
  select n.is_new, least(x.day_limit, case when n.is_new then greatest(t.day_left, x.day_limit - t.day_since) else t.day_left end) as remaining) d
where x.company = :company and x.state = 'ACTIVE'
