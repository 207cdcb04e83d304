insert into company_card (company, card, account_id) values (:company, :record, :value)
on conflict (company, card) do update set account_id = excluded.account_id
