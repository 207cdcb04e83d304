-- What held documents wait for in Xero is looked at again, and only that.
alter table import_run
  add column of_resources text[];

comment on column import_run.of_resources is 'The resources that are read; null for all of them.';

create table held_look (
  company    text primary key references company (id) on delete cascade,
  looked_at  timestamptz not null,
  day        date not null,
  spent      integer not null
);

comment on table held_look is 'When a company''s held documents last had Xero''s records looked at again, and how often that was on that day.';

-- The resources whose records release keys are about, in the order of their names.
create function resources_of(keys text[]) returns text[]
language sql immutable parallel safe return (
  select coalesce(array_agg(distinct r.resource order by r.resource), '{}')
  from unnest(keys) key
  join (values ('account', 'Accounts'), ('account-code', 'Accounts'), ('contact', 'Contacts'), ('contact-id', 'Contacts'),
               ('currency', 'Currencies'), ('organisation', 'Organisation'), ('tax-rate', 'TaxRates'),
               ('tracking-category', 'TrackingCategories'), ('tracking-option', 'TrackingCategories'),
               ('tracking-option-name', 'TrackingCategories')) as r (kind, resource)
    on r.kind = split_part(key, ':', 1));

-- It is such a look that follows a refusal, too.
alter table import_run drop column after_refusal_at;
