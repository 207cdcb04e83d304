delete from receipt_pause h
using receipt r
where r.id = :receipt and h.company = r.company and h.source = r.source
