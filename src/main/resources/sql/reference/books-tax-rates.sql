select id, name, active, imported_as is not null as imported, cast(detail ->> 'effectiveRate' as numeric) as effective_rate,
  array(select jsonb_array_elements_text(detail -> 'classes')) as classes
from reference_record where company = :company and kind = 'tax-rate'
