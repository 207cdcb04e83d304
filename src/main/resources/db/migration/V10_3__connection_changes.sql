-- Whether Xero lets us in is part of what documents are judged by: each change of it is a change of the company's books, and
-- has those looked at again that wait for it.
alter table reference_change drop constraint reference_change_cause_check;
alter table reference_change add constraint reference_change_cause_check
  check (cause in ('IMPORT', 'SETTING', 'PLATFORM', 'CONNECTION'));

create function note_connection_state() returns trigger language plpgsql as $$
declare
  next bigint;
begin
  insert into reference_version (company, version) values (new.company, 1)
  on conflict (company) do update set version = reference_version.version + 1
  returning version into next;
  insert into reference_change (company, version, kind, record_id, change, keys, before, after, cause, at, told)
  values (new.company, next, 'setting', 'connection', 'CHANGED', array['setting:connection'],
          to_jsonb(old.state), to_jsonb(new.state), 'CONNECTION', new.changed_at, false);
  return null;
end $$;

create trigger connection_state after update of state on xero_connection
for each row when (old.state is distinct from new.state) execute function note_connection_state();
