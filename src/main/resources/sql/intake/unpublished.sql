select id, topic, partition_no, record_offset, record_key, payload, company, source_id, code, message, action, received_at
from dead_letter
where published_at is null and topic = :#${variable.topic}
order by id
limit 100
