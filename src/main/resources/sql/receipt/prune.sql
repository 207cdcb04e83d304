-- A document that was replaced before it was sent has only the receipts that it names now.
delete from receipt
where posting = any (:postings) and state in ('WAITING', 'FAILED') and size is null
  and (posting, source_id) not in (select * from unnest(:named, :source_ids))
