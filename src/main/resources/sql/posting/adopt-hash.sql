-- The same content, said by a mapping that has been edited since.
update posting set content_hash = :hash where id = :id and content_hash = :before
