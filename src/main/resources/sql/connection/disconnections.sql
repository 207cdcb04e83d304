select connection_id, token_set, company from xero_disconnection
where :company::text is null or company = :company
order by since
