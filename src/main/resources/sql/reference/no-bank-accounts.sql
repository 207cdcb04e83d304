-- Which of the given ids are no active bank account, in books that have been read, nor chosen already.
select c.id
from unnest(cast(:chosen as text[])) as c (id)
where exists (select from reference_record r where r.company = :company and r.kind = 'account')
  and not exists (select from reference_record r
                  where r.company = :company and r.kind = 'account' and r.id = c.id and r.active and r.detail ->> 'type' = 'BANK')
  and not exists (select from company_card k where k.company = :company and k.account_id = c.id)
  and not exists (select from company o where o.id = :company and o.transfer_account_id = c.id)
