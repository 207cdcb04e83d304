-- What somebody should look at after an import.
select 'CONTACT_AMBIGUOUS' as code, d.email as subject,
       d.contacts || ' active contacts have the e-mail address ' || d.email || ': it is not clear whose expenses are meant.' as message,
       'Archive or change all but one of them in Xero.' as action
from (select email, count(*) as contacts from reference_record
      where company = :company and kind = 'contact' and active and email is not null
      group by email having count(*) > 1 order by email limit 50) d
union all
select 'CARD_ACCOUNT_INACTIVE', k.card, 'The bank account of card ' || k.card || ' is archived or deleted in Xero.',
       'Choose another bank account for the card.'
from company_card k left join reference_record r on r.company = k.company and r.kind = 'account' and r.id = k.account_id
where k.company = :company and r.active is not true
union all
select 'TRANSFER_ACCOUNT_INACTIVE', c.transfer_account_id, 'The transfer account is archived or deleted in Xero.',
       'Choose another transfer account.'
from company c left join reference_record r on r.company = c.id and r.kind = 'account' and r.id = c.transfer_account_id
where c.id = :company and c.transfer_account_id is not null and r.active is not true
union all
select 'TRACKING_CATEGORY_NEW', h.record_id, 'Tracking category ' || coalesce(h.after ->> 'name', h.record_id) || ' is new, and offered for mapping.',
       'Map it to what expenses are tagged with, or leave it.'
from reference_change h join import_run n on n.company = h.company and h.at >= n.started_at
where h.company = :company and h.kind = 'tracking-category' and h.change = 'ADDED'
  and exists (select from reference_change b where b.company = h.company and b.kind = 'organisation' and b.at < n.started_at)
union all
select 'USERS_NOT_MATCHED', count(*)::text, count(*) || ' active users have no contact in Xero, e.g. ' || min(email) || '.',
       'Add contacts with their e-mail addresses in Xero.'
from reference_record
where company = :company and kind = 'user' and active and detail ->> 'match' = 'NOT_FOUND'
having count(*) > 0
