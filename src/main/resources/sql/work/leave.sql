-- An orderly end: others need not wait for the leases to run out.
update work_lease set leased_until = ledgerway_now() where owner = :owner and leased_until > ledgerway_now()
