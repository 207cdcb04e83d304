-- What was changed while nothing was read yet is read at once; else when the company's schedule says.
update company_source s
set next_poll_at = case
  when not exists (select from poll p where p.company = s.company and p.source = s.source and p.kind = 'ROUTINE'
                   and (p.outcome = 'DONE' or p.started_at >= s.changed_at)) then ledgerway_now()
  else :next::timestamptz end
where s.company = :company and s.source = :source and s.next_poll_at is null
