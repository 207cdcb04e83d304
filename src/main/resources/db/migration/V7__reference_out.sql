-- How far each company's changes have been told on perk.reference-data.
create table reference_publication (
  company          text   primary key references company (id),
  -- reference_change.id of the last change that the broker has. A company's changes are written one set after another
  -- (reference_version is their lock), so that a lower id never appears after a higher one.
  published        bigint not null default 0,
  -- The instance that tells; another takes over when it is no longer alive. One teller at a time keeps the order.
  owner            uuid,
  -- All records are to be told again: those behind this "kind/id". Null when nobody asked.
  republish_after  text
);

create index reference_change_to_publish on reference_change (company, id) where kind not in ('card', 'setting');
create index reference_change_of_record on reference_change (company, kind, record_id, id);

-- The sync log: every change with its fields old and new; what a kind has of its own stands beside the rest.
create view reference_log as
select c.id, c.company, c.kind, c.record_id, c.change, c.cause, c.at, c.after, difference.changed
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
