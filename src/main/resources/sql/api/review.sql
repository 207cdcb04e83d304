-- Choices that do not bind: their account is not an active one of the books that are connected now. Nothing is said
-- before those books have been read.
with chosen as (
  select 'card:' || card as setting, account_id from company_card where company = :company
  union all
  select 'transferAccount', transfer_account_id from company where id = :company and transfer_account_id is not null
)
select c.setting, c.account_id,
       coalesce(r.name, (select f.name from organisation_record f
                         where f.company = :company and f.kind = 'account' and f.id = c.account_id limit 1)) as name
from chosen c
left join reference_record r on r.company = :company and r.kind = 'account' and r.id = c.account_id
where coalesce(not r.active, true)
  and exists (select from reference_record o where o.company = :company and o.kind = 'organisation' and o.active)
order by c.setting
