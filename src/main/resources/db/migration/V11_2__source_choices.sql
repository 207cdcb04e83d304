-- What a company chose for a source: its settings, and what its tables give for the source's values. What names a Xero record
-- belongs to the organisation whose record it is; what does not has none ('').
create table source_choice (
  company    text        not null references company (id) on delete cascade,
  source     text        not null,
  name       text        not null,             -- of the setting or table
  value      text        not null default '',  -- of the source's, in a table; '' for a setting
  tenant_id  text        not null default '',
  kind       text,                             -- of the Xero record; null for a plain value
  choice     jsonb       not null,             -- the record's id as text, or the plain value
  chosen_at  timestamptz not null,
  primary key (company, source, name, value, tenant_id)
);

insert into source_choice (company, source, name, value, tenant_id, kind, choice, chosen_at)
select c.id, 'perk', 'transferAccount', '', b.tenant_id, 'account', to_jsonb(c.transfer_account_id), now()
from company c join present_books b on b.company = c.id
where c.transfer_account_id is not null
union all
select c.id, 'perk', 'mixedSigns', '', '', null, to_jsonb(c.mixed_signs), now() from company c where c.mixed_signs <> 'HOLD'
union all
select k.company, 'perk', 'cards', k.card, b.tenant_id, 'account', to_jsonb(k.account_id), now()
from company_card k join present_books b on b.company = k.company
union all
select f.company, 'perk', case f.card when '' then 'transferAccount' else 'cards' end, f.card, f.tenant_id, 'account',
       to_jsonb(f.account_id), now() - interval '1 day'
from former_bank_account f join present_books b on b.company = f.company and b.tenant_id <> f.tenant_id;

drop table former_bank_account;
drop table company_card;
alter table company drop transfer_account_id, drop mixed_signs;

-- Those of the organisation that is connected now; chosen before any was, they count until they are chosen again.
create view choice_in_force as
select distinct on (c.company, c.source, c.name, c.value) c.*
from source_choice c join present_books b on b.company = c.company and c.tenant_id in ('', b.tenant_id)
order by c.company, c.source, c.name, c.value, c.tenant_id desc;

-- What held documents wait for has names that say whose setting or table it is.
update posting p set waits_for = (
  select array_agg(case
    when k like 'card:%' then 'table:perk/cards/' || substr(k, 6)
    when k = 'setting:transfer-account' then 'setting:perk/transferAccount'
    when k = 'setting:mixed-signs' then 'setting:perk/mixedSigns'
    else k end)
  from unnest(p.waits_for) k)
where p.state = 'HELD' and exists (select from unnest(p.waits_for) k
                                   where k like 'card:%' or k in ('setting:transfer-account', 'setting:mixed-signs'));
