-- One receipt with what must be known of its document, and how many of that document's are in Xero or may be.
select r.id, r.posting, r.company, r.source, r.source_id, r.file_name, r.url, r.name, r.content_type, r.size, r.sha256, r.attempts,
       p.resource, p.xero_id as document, b.tenant_id as tenant,
       p.state in ('POSTED', 'DIFFERENT') and p.xero_id is not null as stands,
       (select count(*) from receipt o where o.posting = r.posting and o.id <> r.id and (o.state = 'ATTACHED' or o.size is not null)) as others
from receipt r
join posting p on p.id = r.posting
left join batch b on b.id = p.batch
where r.id = :receipt and r.due_at is not null
