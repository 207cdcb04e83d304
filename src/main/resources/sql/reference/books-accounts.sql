select id, code, name, active, imported_as is not null as imported, detail ->> 'type' as type, detail ->> 'class' as class,
  detail ->> 'taxType' as tax_type, detail ->> 'currency' as currency
from reference_record where company = :company and kind = 'account'
