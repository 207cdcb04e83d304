-- The organisation that the company is connected to.
select tenant_id from xero_connection where company = :company
