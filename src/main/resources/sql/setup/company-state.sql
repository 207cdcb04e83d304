select state from company_state where company = :company
