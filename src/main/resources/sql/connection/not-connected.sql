-- Says why a company that never was connected still is not; leaves every other alone.
insert into xero_connection (company, state, state_reason, changed_at)
values (:company, 'NOT_CONNECTED', :reason, :now)
on conflict (company) do update set state_reason = excluded.state_reason, changed_at = excluded.changed_at
where xero_connection.state = 'NOT_CONNECTED'
