insert into dead_letter (id, topic, partition_no, record_offset, record_key, payload, company, source_id, code, message,
                         action, received_at)
values (:id, :topic, :partition, :offset, :key, :payload, :company, :sourceId, :code, :message, :action, :receivedAt)
on conflict (topic, partition_no, record_offset) do nothing
