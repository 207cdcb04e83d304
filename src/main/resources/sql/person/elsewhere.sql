-- Where else a person's e-mail stands: among the platform's users and Xero's contacts, in the company's choices, in letters (of
-- accounts that nobody knows, too), and how many changes of those records are in the sync log.
select 'users' as place, r.id, case when coalesce((r.detail ->> 'activeAtPlatform')::boolean, r.active) then 'ACTIVE' else 'INACTIVE' end as state
from organisation_record r
where r.company = :company and r.kind = 'user' and r.email = :email
union all
select 'contacts', r.id, case when r.active then 'ACTIVE' else 'INACTIVE' end
from organisation_record r
where r.company = :company and r.kind = 'contact' and r.email = :email
union all
select 'choices', c.source || '/' || c.name || '/' || c.value, 'CHOSEN'
from source_choice c
where c.company = :company and (strpos(lower(c.value), :email) > 0 or strpos(lower(c.choice::text), :email) > 0)
union all
select 'letters', d.id::text, case when d.entered_at is not null then 'ENTERED' when d.waits_for is not null or d.replay_at is not null then 'WAITING' else 'REFUSED' end
from dead_letter d
where (d.company = :company or d.company is null)
  and strpos(lower(concat_ws(' ', d.record_key, d.source_id, d.message, d.headers, encode(d.payload, 'escape'), encode(d.edited, 'escape'))),
             :escaped) > 0
union all
select 'changes', c.kind || '/' || c.record_id, count(*)::text
from reference_change c
where c.company = :company
  and (c.kind, c.record_id) in (select r.kind, r.id from organisation_record r
                                where r.company = :company and r.kind in ('user', 'contact') and r.email = :email)
group by c.kind, c.record_id
order by 1, 2
limit 500
