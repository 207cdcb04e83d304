-- That a document was undone is told to its source as well. Of what undoes it nothing is told: it does not wait for that.
drop index posting_history_untold;
create index posting_history_untold on posting_history (company, id)
  where told_at is null and not untellable and state in ('POSTED', 'HELD', 'DIFFERENT', 'UNDONE');

create or replace function keep_changed_story() returns trigger language plpgsql as $$
begin
  insert into posting_history (posting, company, version, state, problems, batch, xero_id, at, told_at)
  select n.id, n.company, n.version, n.state, n.problems, n.batch, n.xero_id, n.changed_at,
         case when n.undoes is not null then n.changed_at end
  from now_rows n join before_rows b on b.id = n.id
  where n.state <> b.state or n.version <> b.version;
  return null;
end $$;

-- What was undone before is no news.
update posting_history h set told_at = h.at
from posting p
where p.id = h.posting and h.told_at is null and (p.undoes is not null or h.state = 'UNDONE');
