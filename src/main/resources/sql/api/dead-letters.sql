-- One page of dead letters, newest first.
select id, topic, partition_no, record_offset, record_key, company, source_id, code, message, action, received_at, waits_for, entered_at, route, edited_at, edited_by,
       octet_length(payload) as bytes, substring(payload from 1 for 4000) as payload
from dead_letter
where (:before::uuid is null or id < :before::uuid)
  and (:company::text is null or company = :company)
  and (:code::text is null or code = :code)
  and (:topic::text is null or topic = :topic)
  and (:entered::boolean is null or (entered_at is not null) = :entered)
  and (:search::text is null
       or position(lower(:search) in lower(concat_ws(' ', source_id, record_key, message))) > 0
       or position(convert_to(:search, 'UTF8') in coalesce(edited, payload)) > 0)
order by id desc
limit :limit
