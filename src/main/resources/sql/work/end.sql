with unhurried as materialized (select set_config('synchronous_commit', 'off', true))
delete from work_lease w using unhurried where w.token = :token
