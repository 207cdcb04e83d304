-- What waits for the same call, up to a thousand, and how the company's exports of that source go.
select (select count(*) from (
          select from posting
          where company = :company and resource = :resource and state = 'READY' and claimed_by is null and released and id <> :id
          limit 1000) waiting) as waiting,
       export_mode(:company, :source) as mode
