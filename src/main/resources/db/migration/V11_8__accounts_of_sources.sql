-- Whose account of a source that is: of the company that holds it; of a company that was given none there, its own id.
create function company_of_account(source_name text, account_id text) returns text
language sql stable as $$
  select coalesce(
    (select s.company from company_source s where s.source = source_name and s.account = account_id),
    (select c.id from company c
     where c.id = account_id
       and not exists (select from company_source s where s.company = c.id and s.source = source_name and s.account is not null)))
$$;

-- What a company is to a source.
create function account_of_company(company_id text, source_name text) returns text
language sql stable as $$
  select coalesce((select s.account from company_source s where s.company = company_id and s.source = source_name), company_id)
$$;
