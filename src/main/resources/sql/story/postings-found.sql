-- One page of a company's documents of a kind, an employee or a period, newest first; of a period, by their own dates. What is done is
-- found by its indexes (V13_6), what is on its way is looked through by posting_open.
with found as (
  select id from (
  (select p.id, p.document_date
   from posting p
   where p.company = :company
     and p.state in ('POSTED', 'DIFFERENT', 'NOTHING_TO_POST', 'UNDONE')
     and (:before::uuid is null
          or case when :from::date is null and :to::date is null then p.id < :before::uuid
                  else (coalesce(p.document_date, 'infinity'), p.id) <
                       ((select coalesce(b.document_date, 'infinity') from posting b where b.id = :before::uuid), :before::uuid) end)
     and (:state::text is null or p.state = :state)
     and (:export::uuid is null or p.export_run = :export::uuid)
     and (:kind::text is null or p.kind = :kind)
     and (:sourceId::text is null or p.source_id = :sourceId)
     and (:employee::text is null or lower(p.employee) = lower(:employee))
     and (:from::date is null or coalesce(p.document_date, 'infinity') >= :from::date and p.document_date is not null)
     and (:to::date is null or coalesce(p.document_date, 'infinity') <= :to::date)
   order by case when :from::date is not null or :to::date is not null then coalesce(p.document_date, 'infinity') end desc, p.id desc
   limit :limit)
  union all
  (select p.id, p.document_date
   from posting p
   where p.company = :company
     and p.state in ('RECEIVED', 'HELD', 'READY', 'SENDING', 'UNCERTAIN')
     and (:before::uuid is null
          or case when :from::date is null and :to::date is null then p.id < :before::uuid
                  else (coalesce(p.document_date, 'infinity'), p.id) <
                       ((select coalesce(b.document_date, 'infinity') from posting b where b.id = :before::uuid), :before::uuid) end)
     and (:state::text is null or p.state = :state)
     and (:export::uuid is null or p.export_run = :export::uuid)
     and (:kind::text is null or p.kind = :kind)
     and (:sourceId::text is null or p.source_id = :sourceId)
     and (:employee::text is null or lower(p.employee) = lower(:employee))
     and (:from::date is null or coalesce(p.document_date, 'infinity') >= :from::date and p.document_date is not null)
     and (:to::date is null or coalesce(p.document_date, 'infinity') <= :to::date)
   order by case when :from::date is not null or :to::date is not null then coalesce(p.document_date, 'infinity') end desc, p.id desc
   limit :limit)) those
  order by case when :from::date is not null or :to::date is not null then coalesce(document_date, 'infinity') end desc, id desc
  limit :limit
)
select p.id, p.source, p.source_id, p.version, p.kind, p.resource, p.document_date, p.currency, p.total, p.employee, p.merchant,
       p.state, p.problems, p.waits_for, p.marker, p.batch, p.xero_id, p.received_at, p.changed_at, p.export_run,
       case when p.event is null then p.contents_removed_at end as contents_removed_at,
       case when p.event is null then p.contents_removed_by end as contents_removed_by
from found
join posting p on p.id = found.id
order by case when :from::date is not null or :to::date is not null then coalesce(p.document_date, 'infinity') end desc, p.id desc
