-- Two that renew the same rotating token lose the connection. No lock is held while Xero is asked: who is frozen meanwhile
-- loses the claim to whoever needs a token next.
update xero_token_set
set renewing = :claim, renewing_until = :until, renewal_began_at = coalesce(renewal_began_at, :now)
where id = :id and version = :version and (renewing_until is null or renewing_until <= :now)
