-- A dead letter that went in again and was refused again. Its sender is told where the reason is another.
update dead_letter
set company = :company, source_id = :sourceId, code = :code, message = :message, action = :action, waits_for = :waitsFor, route = :route,
    replay_at = null,
    untellable = untellable and (code, message) = (:code, :message),
    published_at = case when (code, message) = (:code, :message) then published_at end
where id = :letter
