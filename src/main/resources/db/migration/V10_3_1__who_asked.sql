-- Who asked for a change: the API's user, or what asked by itself. Of an import, whoever asked for the run that found it.
alter table reference_change add column asked_by text;
alter table import_run add column requested_by text, add column started_for text;

-- Ids of a company's accounts, tax rates and tracking within JSON, as people know them: by code and name.
create function in_words(p_company text, p_json jsonb) returns jsonb language plpgsql stable as $$
declare
  told text := p_json::text;
  r record;
begin
  for r in select id, to_json(concat_ws(' ', code, name))::text as words from reference_record
           where company = p_company and kind in ('account', 'tracking-category', 'tracking-option')
  loop
    told := replace(told, to_json(r.id)::text, r.words);
  end loop;
  return told::jsonb;
end $$;

create or replace view reference_log as
select c.id, c.company, c.kind, c.record_id, c.change, c.cause, c.at, c.after, difference.changed, c.told, c.asked_by
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
