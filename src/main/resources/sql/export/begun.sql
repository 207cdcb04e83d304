-- An export without a document is over when it begins.
update export_run set documents = :documents, ended_at = case when :documents = 0 then begun_at end where id = :run
