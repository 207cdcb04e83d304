-- Whose the accounts are that a batch of records names.
select a.source, a.account, company_of_account(a.source, a.account) as company
from unnest(:sources, :accounts) as a (source, account)
