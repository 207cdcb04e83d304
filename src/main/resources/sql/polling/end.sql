update poll p
set ended_at = ledgerway_now(), outcome = :outcome, problem = :problem, note = null,
    entered = (select count(*) from posting x where x.company = p.company and x.source = p.source and x.id > p.id)
where p.id = :id and p.ended_at is null
