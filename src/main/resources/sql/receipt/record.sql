-- What a source says of receipts. One that is still to be had may be named anew, under another address.
insert into receipt (id, posting, company, source, source_id, kind, file_name, url, due_at, changed_at)
select a.id, a.posting, a.company, a.source, a.source_id, a.kind, a.file_name, a.url, case when a.stands then :now end, :now
from unnest(:ids, :postings, :companies, :sources, :source_ids, :kinds, :file_names, :urls, :stand)
     as a (id, posting, company, source, source_id, kind, file_name, url, stands)
order by a.id
on conflict (posting, source_id) do update
set kind = excluded.kind, file_name = excluded.file_name, url = excluded.url,
    state = case when receipt.size is null then 'WAITING' else 'SENDING' end,
    due_at = excluded.due_at, attempts = 0, problems = null, changed_at = :now
where receipt.state in ('WAITING', 'FAILED')
  and (receipt.kind, receipt.file_name, receipt.url) is distinct from (excluded.kind, excluded.file_name, excluded.url)
