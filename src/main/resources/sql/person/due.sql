-- Erasures that are not done.
select id from erasure where ended_at is null order by id limit 20
