select id, name, detail ->> 'baseCurrency' as base_currency, detail ->> 'countryCode' as country_code,
  detail ->> 'shortCode' as short_code, cast(detail ->> 'lockDate' as date) as lock_date
from reference_record where company = :company and kind = 'organisation' and active
