-- The organisation that the company's documents go to.
select tenant_id from xero_connection where company = :company
