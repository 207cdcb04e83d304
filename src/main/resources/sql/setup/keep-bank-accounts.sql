insert into former_bank_account (company, tenant_id, card, account_id)
select company, :former, card, account_id from company_card where company = :company
union all
select id, :former, '', transfer_account_id from company where id = :company and transfer_account_id is not null
on conflict (company, tenant_id, card) do update set account_id = excluded.account_id
