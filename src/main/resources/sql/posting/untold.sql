-- A company's next outcomes that their source has not been told, in the order in which they came about: as many as fit in
-- memory, and none for whom another has taken over from.
select item, key, company, account, subject, posting, version, state, problems, xero_id, at, source_id, resource, kind, trace
from (select h.id, h.id::text as item, account_of_company(h.company, p.source) as key, h.company, account_of_company(h.company, p.source) as account, p.source_id as subject, h.posting, h.version, h.state, h.problems,
             h.xero_id, h.at, p.source_id, p.resource, p.kind, p.trace,
             sum(octet_length(coalesce(h.problems, ''))) over (order by h.id) - octet_length(coalesce(h.problems, '')) as bytes_before
      from posting_history h
      join posting p on p.id = h.posting
      where h.company = :#${variable.company} and h.told_at is null and not h.untellable and not h.quiet
        and h.state in ('POSTED', 'HELD', 'DIFFERENT', 'UNDONE') and p.source = :#${variable.source} and p.undoes is null
        and exists (select from work_lease w where w.token = :#${variable.lease.token}::uuid)
      order by h.id
      limit 500) next
where bytes_before < 4000000
order by id
