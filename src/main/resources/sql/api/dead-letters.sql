-- One page of dead letters, newest first.
select id, topic, partition_no, record_offset, record_key, company, source_id, code, message, action, received_at, waits_for, entered_at,
       octet_length(payload) as bytes, substring(payload from 1 for 4000) as payload
from dead_letter
where (:before::uuid is null or id < :before::uuid)
  and (:company::text is null or company = :company)
  and (:code::text is null or code = :code)
order by id desc
limit :limit
