-- Who else writes into the same books.
select company from xero_connection
where tenant_id = :tenant and company <> :company and state in ('ACTIVE', 'EXPIRED')
