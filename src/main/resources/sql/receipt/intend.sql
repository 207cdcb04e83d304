-- From here on it may be in Xero.
update receipt
set state = 'SENDING', name = :name, content_type = :contentType, size = :size, sha256 = :sha256, changed_at = :now
where id = :receipt
