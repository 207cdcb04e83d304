-- Resources that the run under way has not stored yet.
select coalesce(string_agg(all_of_them.resource, ' '), '') as resources
from unnest(array['Organisation', 'Currencies', 'TaxRates', 'TrackingCategories', 'Accounts', 'Contacts']) as all_of_them (resource)
where not exists (select from import_run r
                  where r.company = :#${variable.company} and all_of_them.resource <> all (r.of_resources))
  and not exists (
  select from import_run r
  join reference_cursor c on c.company = r.company and c.resource = all_of_them.resource and c.last_run_at >= r.started_at
  where r.company = :#${variable.company} and r.finished_at is null)
