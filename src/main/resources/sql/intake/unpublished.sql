-- Dead letters that their topic does not have yet: as many as fit in memory, and none
-- for whom another has taken over from. Of a value the first half million bytes are enough.
select item, key, company, subject, topic, partition_no, record_offset, record_key, source_id, code, message, action, received_at,
       bytes, payload
from (select id, id::text as item, left(record_key, 1000) as key, company, source_id as subject, topic, partition_no, record_offset,
             left(record_key, 1000) as record_key, source_id, code, message, action, received_at, octet_length(payload) as bytes,
             substring(payload for 500000) as payload,
             sum(octet_length(coalesce(payload, ''))) over (order by id) - octet_length(coalesce(payload, '')) as bytes_before
      from dead_letter
      where published_at is null and not untellable and topic = :#${variable.letters}
        and exists (select from work_lease w where w.token = :#${variable.lease.token}::uuid)
      order by id
      limit 100) next
where bytes_before < 4000000
order by id
