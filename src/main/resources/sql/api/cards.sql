select card, account_id from company_card where company = :company order by card
