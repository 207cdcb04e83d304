-- A code belongs to the active account that has it; one that was archived, deleted or is another organisation's may have had it.
select id, case when active or not bool_or(active) over (partition by code) then code end as code, name, active,
  imported_as is not null as imported,
  detail ->> 'type' as type, detail ->> 'class' as class, detail ->> 'taxType' as tax_type, detail ->> 'currency' as currency,
  detail ->> 'systemAccount' as system_account
from reference_record where company = :company and kind = 'account'
