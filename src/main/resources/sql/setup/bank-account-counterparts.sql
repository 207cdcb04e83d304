-- Bank accounts that were chosen in a former organisation, with the one that has the same code, else the same name, in the present.
with chosen as (
  select card, account_id from company_card where company = :company
  union all
  select null, transfer_account_id from company where id = :company and transfer_account_id is not null
)
select c.card, now_there.id as account_id
from chosen c
cross join lateral (
  select f.code, f.name from organisation_record f
  where f.company = :company and f.kind = 'account' and f.id = c.account_id limit 1) f
cross join lateral (
  select a.id from reference_record a
  where a.company = :company and a.kind = 'account' and a.active and a.detail ->> 'type' = 'BANK'
    and (a.code = f.code or lower(a.name) = lower(f.name))
  order by a.code is not distinct from f.code desc, a.id limit 1) now_there
where not exists (select from reference_record r where r.company = :company and r.kind = 'account' and r.id = c.account_id)
