-- What somebody should look at after an import.
select 'CONTACT_AMBIGUOUS' as code, d.email as subject,
       d.contacts || ' active contacts have the e-mail address ' || d.email || ': it is not clear whose expenses are meant.' as message,
       'Archive or change all but one of them in Xero.' as action
from (select email, count(*) as contacts from reference_record
      where company = :company and kind = 'contact' and active and email is not null
      group by email having count(*) > 1 order by email limit 50) d
union all
select 'CHOICE_INACTIVE', k.source || '/' || k.name || case k.value when '' then '' else '/' || k.value end,
       'What is chosen for ' || case k.value when '' then k.name else k.value end || ' is archived or deleted in Xero.',
       'Choose another.'
from choice_in_force k
left join reference_record r on r.company = k.company and r.kind = k.kind and r.id = k.choice #>> '{}'
where k.company = :company and k.kind is not null and r.active is not true
union all
select 'TRACKING_CATEGORY_NEW', r.id, 'Tracking category ' || r.name || ' is new, and offered for mapping.',
       'Say in the import settings whether it is a cost object, a custom field, or to be skipped.'
from reference_record r join settings_in_force s on s.company = r.company
where r.company = :company and r.kind = 'tracking-category' and r.active and s.settings #> array['trackingCategories', r.id] is null
union all
select 'NO_COST_OBJECT', null, 'No tracking category that is imported as cost objects is active in Xero any more.',
       'Import another as cost objects, or restore it in Xero.'
from settings_in_force s
where s.company = :company
  and not exists (select from reference_record r where r.company = s.company and r.kind = 'tracking-category' and r.active
                  and r.imported_as = 'COST_OBJECT')
union all
select 'USERS_NOT_MATCHED', count(*)::text, count(*) || ' active users have no contact in Xero, e.g. ' || min(email) || '.',
       'Add contacts with their e-mail addresses in Xero.'
from reference_record
where company = :company and kind = 'user' and active and detail ->> 'match' = 'NOT_FOUND'
having count(*) > 0
union all
select 'USERS_CONTACT_INACTIVE', count(*)::text,
       count(*) || ' users who are active at the platform have an archived contact in Xero, e.g. ' || min(email) || '.',
       'Restore the contact in Xero, or deactivate the user.'
from reference_record
where company = :company and kind = 'user' and (detail ->> 'activeAtPlatform')::boolean
  and detail ->> 'match' in ('CONTACT_INACTIVE', 'CONTACT_MERGED')
having count(*) > 0
