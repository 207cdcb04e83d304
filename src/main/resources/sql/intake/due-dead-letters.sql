-- A source's topics with dead letters that have not been told.
select distinct topic
from dead_letter
where published_at is null and not untellable and split_part(topic, '.', 1) = :#${variable.source}
