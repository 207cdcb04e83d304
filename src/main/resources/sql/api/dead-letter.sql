select id, topic, partition_no, record_offset, record_key, company, source_id, code, message, action, received_at, waits_for, entered_at, route,
       edited_at, edited_by, octet_length(payload) as bytes, substring(payload from 1 for 4000) as payload, payload as whole, edited, headers
from dead_letter where id = :id
