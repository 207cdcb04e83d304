-- Holds the batch, if nobody has taken it over since this attempt began: a later attempt may have sent it meanwhile.
select id from batch
where id = :batch and attempts = :attempts and state in ('SENDING', 'UNCERTAIN')
for update
