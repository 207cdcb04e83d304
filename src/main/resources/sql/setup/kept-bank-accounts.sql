-- What was chosen when the company was last connected to this organisation, taken out.
delete from former_bank_account k using present_books b
where k.company = :company and b.company = k.company and b.tenant_id = k.tenant_id
returning nullif(k.card, '') as card, k.account_id
