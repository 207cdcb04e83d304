-- Gives back what was claimed and not sent.
update posting set claimed_by = null, batch = null
where batch = :batch and state = 'READY' and claimed_by is not null
