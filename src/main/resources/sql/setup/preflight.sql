-- What decides whether a company's first expenses will post, as it is known here.
select
  (select cast(detail ->> 'lockDate' as date) from reference_record
   where company = :company and kind = 'organisation' and active) as lock_date,
  (select string_agg(coalesce(code || ' ', '') || name, ', ' order by code nulls last, name) from reference_record
   where company = :company and kind = 'account' and active and detail ->> 'type' = 'BANK') as bank_accounts,
  (select string_agg(name || ' (' || id || ')', ', ' order by id) from reference_record
   where company = :company and kind = 'tax-rate' and active and imported_as is not null and is_for_sales(id, detail)) as sales_rates,
  exists (select from reference_record
          where company = :company and kind = 'tax-rate' and active and id in ('NONE', 'BASEXCLUDED')) as has_no_tax,
  (select string_agg(id, ', ' order by id) from reference_record
   where company = :company and kind = 'currency' and active) as currencies,
  (select string_agg(distinct p.currency, ', ') from posting p
   where p.company = :company and p.state in ('RECEIVED', 'HELD') and p.currency is not null
     and not exists (select from reference_record r
                     where r.company = :company and r.kind = 'currency' and r.active and r.id = p.currency)) as currencies_missing
from company c where c.id = :company
