-- Each organisation that a company was connected to keeps its books and what was chosen in them: nothing of one is compared
-- with another's, and whoever comes back finds everything as it was.
alter table reference_record rename to organisation_record;
-- '' as long as the company never was connected.
alter table organisation_record add tenant_id text not null default '';
update organisation_record r set tenant_id = x.tenant_id
from xero_connection x where x.company = r.company and x.tenant_id is not null;
alter table organisation_record alter tenant_id drop default;
alter table organisation_record drop constraint reference_record_pkey, add primary key (company, tenant_id, kind, id);
drop index reference_record_email;
create index organisation_record_email on organisation_record (company, tenant_id, kind, email) where email is not null;

-- The books that a company has now: those of the organisation that it is, or was last, connected to.
create view present_books as
select c.id as company, coalesce(x.tenant_id, '') as tenant_id
from company c left join xero_connection x on x.company = c.id;

create view reference_record as
select r.* from present_books b join organisation_record r on r.company = b.company and r.tenant_id = b.tenant_id;

-- What tenant_id said was whose records the settings name. For a moment that is another organisation than the one that they
-- are for: until its books have been read.
alter table import_settings rename tenant_id to named_tenant;
alter table import_settings add tenant_id text not null default '';
update import_settings s set tenant_id = b.tenant_id from present_books b where b.company = s.company;
update import_settings set named_tenant = tenant_id where named_tenant is null;
alter table import_settings alter tenant_id drop default, alter named_tenant set not null;
alter table import_settings drop constraint import_settings_pkey, add primary key (company, tenant_id, stage);
-- The platform knows one choice at a time.
create unique index import_settings_active on import_settings (company) where stage = 'ACTIVE';

create view settings_in_force as
select s.company, s.tenant_id, s.settings
from import_settings s join present_books b on b.company = s.company and b.tenant_id = s.tenant_id
where s.stage = 'ACTIVE';

create or replace view company_state as
select c.id as company, s.company is not null as is_set_up,
  case when coalesce(x.state, 'NOT_CONNECTED') = 'NOT_CONNECTED' then 'NOT_ENABLED'
       when x.state <> 'ACTIVE' then x.state
       when s.company is null then 'SETUP_INCOMPLETE'
       else 'ACTIVE' end as state
from company c
left join xero_connection x on x.company = c.id
left join settings_in_force s on s.company = c.id;

-- The cards' bank accounts, and the transfer account (card ''), as they were chosen in an organisation that the company has left.
create table former_bank_account (
  company     text not null references company (id),
  tenant_id   text not null,
  card        text not null,
  account_id  text not null,
  primary key (company, tenant_id, card)
);
