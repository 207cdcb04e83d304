-- What each company brings into the platform from Xero: as somebody is choosing it, and as it is in force.
create table import_settings (
  company     text        not null references company (id),
  stage       text        not null check (stage in ('DRAFT', 'ACTIVE')),
  -- {"accounts": {"types", "accounts"}, "trackingCategories": {id: {"use", "deselected"}}, "taxRates": {"selected", "deselected"}}
  settings    jsonb       not null,
  -- The organisation whose records they name; when the company is connected to another, they are looked for there.
  tenant_id   text,
  -- What was chosen in a former organisation and has no counterpart in this one.
  review      jsonb       not null default '[]',
  changed_at  timestamptz not null,
  primary key (company, stage)
);

-- A sales tax rate has no place on an expense. Xero lets it stand on revenue and not on expenses, or names it OUTPUT
-- (in some countries those may stand on expenses, too).
create function is_for_sales(tax_type text, detail jsonb) returns boolean
language sql immutable return
  tax_type like '%OUTPUT%' or coalesce(detail -> 'classes' ? 'REVENUE' and not detail -> 'classes' ? 'EXPENSE', false);

-- Why an account cannot be a category of expenses; null when it can.
create function unusable_because(code text, detail jsonb) returns text
language sql immutable return
  case when detail ->> 'type' = 'BANK' then 'BANK_ACCOUNT'
       when coalesce(detail ->> 'systemAccount', 'ROUNDING') <> 'ROUNDING' then 'SYSTEM_ACCOUNT'
       when code is null then 'NO_CODE' end;

-- What a record is to the platform under these settings; null when it is not imported.
create function imported_as(settings jsonb, kind text, id text, code text, parent text, detail jsonb) returns text
language sql immutable return
  case
    when settings is null then null
    when kind = 'account' then
      case when unusable_because(code, detail) is null
                and (settings #> '{accounts,types}' ? (detail ->> 'type') or settings #> '{accounts,accounts}' ? id)
           then 'CATEGORY' end
    when kind = 'tax-rate' then
      case when settings #> '{taxRates,selected}' ? id
                or not settings #> '{taxRates,deselected}' ? id and not is_for_sales(id, detail)
           then 'TAX_RATE' end
    when kind = 'tracking-category' then nullif(settings #>> array['trackingCategories', id, 'use'], 'SKIP')
    when kind = 'tracking-option' then
      case when not coalesce(settings #> array['trackingCategories', parent, 'deselected'] ? id, false)
           then nullif(settings #>> array['trackingCategories', parent, 'use'], 'SKIP') end
    else upper(kind)
  end;

-- A record as the log of changes keeps it.
create function record_state(code text, name text, active boolean, parent text, email text, imported_as text, detail jsonb)
returns jsonb language sql immutable return
  jsonb_strip_nulls(jsonb_build_object('code', code, 'name', name, 'active', active, 'parent', parent, 'email', email,
                                       'importedAs', imported_as, 'detail', detail));

-- What held documents may be waiting for when such a record changes.
create function release_keys(kind text, id text, email text, old_email text) returns text[]
language sql immutable return
  case kind
    when 'contact' then array_remove(array['contact:' || email, 'contact:' || nullif(old_email, email)], null)
    when 'organisation' then array['organisation:lock-date']
    else array[kind || ':' || id] end;

alter table reference_record add imported_as text;

alter table reference_change drop constraint reference_change_change_check;
alter table reference_change add constraint reference_change_change_check check (change in
  ('ADDED', 'CHANGED', 'DEACTIVATED', 'REACTIVATED', 'SELECTED', 'DESELECTED'));
-- Whether it is for the platform to know: what is not imported, before or after, is not.
alter table reference_change add told boolean not null default true;
update reference_change set told = false where kind in ('card', 'setting');
drop index reference_change_to_publish;
create index reference_change_to_publish on reference_change (company, id) where told;

-- Why the last import that was due did not begin.
alter table import_run add skipped_at timestamptz, add skipped_because text;
alter table import_run alter requested_at drop not null;
-- Somebody is setting the company up: what can be chosen is read although nothing is imported yet.
alter table import_run add for_set_up boolean not null default false;

-- Companies that were connected before there was a choice imported everything.
insert into import_settings (company, stage, settings, tenant_id, changed_at)
select x.company, 'ACTIVE',
  jsonb_build_object(
    'accounts', jsonb_build_object('accounts', '[]'::jsonb, 'types',
      (select coalesce(jsonb_agg(distinct detail ->> 'type'), '[]') from reference_record r
       where r.company = x.company and r.kind = 'account' and detail ->> 'type' <> 'BANK')),
    'trackingCategories',
      (select coalesce(jsonb_object_agg(id, '{"use": "COST_OBJECT", "deselected": []}'::jsonb), '{}') from reference_record r
       where r.company = x.company and r.kind = 'tracking-category'),
    'taxRates', jsonb_build_object('deselected', '[]'::jsonb, 'selected',
      (select coalesce(jsonb_agg(id), '[]') from reference_record r where r.company = x.company and r.kind = 'tax-rate'))),
  x.tenant_id, now()
from xero_connection x
where exists (select from reference_record r where r.company = x.company and r.kind = 'organisation');
update reference_record r
set imported_as = imported_as(s.settings, r.kind, r.id, r.code, r.parent, r.detail)
from import_settings s where s.company = r.company;

-- How far a company is: what is imported and exported hangs on it.
create view company_state as
select c.id as company, s.company is not null as is_set_up,
  case when coalesce(x.state, 'NOT_CONNECTED') = 'NOT_CONNECTED' then 'NOT_ENABLED'
       when x.state <> 'ACTIVE' then x.state
       when s.company is null then 'SETUP_INCOMPLETE'
       else 'ACTIVE' end as state
from company c
left join xero_connection x on x.company = c.id
left join import_settings s on s.company = c.id and s.stage = 'ACTIVE';

-- The sync log says what a record is to the platform as well.
create or replace view reference_log as
select c.id, c.company, c.kind, c.record_id, c.change, c.cause, c.at, c.after, difference.changed, c.told
from reference_change c
cross join lateral (
  select
    case jsonb_typeof(c.before) when 'object' then (c.before - 'detail') || coalesce(c.before -> 'detail', '{}')
      when 'string' then jsonb_build_object('value', c.before) else '{}' end as old,
    case jsonb_typeof(c.after) when 'object' then (c.after - 'detail') || coalesce(c.after -> 'detail', '{}')
      when 'string' then jsonb_build_object('value', c.after) else '{}' end as new) state
cross join lateral (
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('field', field, 'old', state.old -> field, 'new', state.new -> field))
                            order by field), '[]') as changed
  from (select jsonb_object_keys(state.old || state.new) as field) fields
  where state.old -> field is distinct from state.new -> field) difference;
