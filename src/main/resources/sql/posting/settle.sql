-- Writes down what became of each document of a batch, and that what was undone no longer stands.
with settled as (
  update posting p
  set state = s.state, xero_id = coalesce(s.xero_id, p.xero_id), problems = s.problems,
      -- What was changed stands there as what it is.
      resource = case when s.state in ('POSTED', 'DIFFERENT')
                      then coalesce((select r.changes from posting_resource r where r.resource = p.resource), p.resource)
                      else p.resource end,
      waits_for = coalesce(string_to_array(s.waits_for, e'\n'), '{}'), books_version = :booksVersion,
      -- Held by an answer of Xero's: our books said yes, and are behind them.
      refusals = p.refusals + case when s.state = 'HELD' then 1 else 0 end,
      changed_at = :now
  from unnest(:ids, :states, :xero_ids, :problems, :waits_for) as s (id, state, xero_id, problems, waits_for)
  where p.id = s.id and p.batch = :batch and p.state in ('SENDING', 'UNCERTAIN')
  returning p.id, p.company, p.source, p.source_id, p.undoes, p.state
), to_confirm as (
  insert into confirmation (posting, company, source, source_id, at)
  select s.id, s.company, s.source, s.source_id, :now
  from settled s
  join source_choice c on c.company = s.company and c.source = s.source and c.name = 'confirm' and c.choice <> '"NOTHING"'
  where s.state = 'POSTED' and s.undoes is null
  on conflict (posting) do nothing
)
update posting p
set state = 'UNDONE', problems = null, changed_at = :now
from settled s
where p.id = s.undoes and s.state = 'POSTED' and p.state in ('POSTED', 'DIFFERENT')
