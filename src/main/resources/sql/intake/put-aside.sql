insert into dead_letter (id, identity, topic, partition_no, record_offset, record_key, payload, company, source_id, code, message,
                         action, waits_for, received_at, headers, route)
values (:id, :identity, :topic, :partition, :offset, :key, :payload, :company, :sourceId, :code, :message, :action, :waitsFor,
        :receivedAt, :headers, :route)
on conflict (identity) do nothing
