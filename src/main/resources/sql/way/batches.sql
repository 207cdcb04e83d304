-- How often each of the batches was taken up: once by who sent it, and then by who settled it.
select id, attempts from batch where id = any (:batches)
