-- A company's documents of a period that stand in Xero, some hundred at a time, each with its receipts.
select p.id as posting, p.source, p.source_id as document, p.document_date, p.merchant, p.employee, p.currency, p.total, p.resource,
       p.xero_id as xero_document, r.id as receipt, r.source_id as receipt_id, r.kind, r.file_name, r.url, r.state, r.name, r.sha256
from (select * from posting
      where company = :company and id > :after and document_date between :from and :to
        and state in ('POSTED', 'DIFFERENT') and undoes is null
      order by id
      limit 200) p
left join receipt r on r.posting = p.id
order by p.id, r.kind, r.id
