-- Whoever only wants to know waits for nobody's lock for long.
set local lock_timeout = '2s'
