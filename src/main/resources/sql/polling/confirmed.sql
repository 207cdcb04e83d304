-- What the source answered for those that it was told of. One that it did not speak of was not done.
update confirmation c
set state = case when c.source_id = any (:confirmed) then 'CONFIRMED' else 'REFUSED' end,
    note = case when c.source_id = any (:confirmed) then null
                else coalesce((select r.reason from unnest(:refused, :reasons) as r (id, reason) where r.id = c.source_id limit 1),
                              'The source did not answer for it.') end,
    at = ledgerway_now()
where c.company = :company and c.source = :source and c.state = 'WAITING' and c.source_id = any (:asked)
