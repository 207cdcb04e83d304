-- A company's sources: those that it was given, with what stands in their way.
select s.source, s.account, s.enabled, s.problem, s.read_until, s.next_poll_at,
       array(select name from source_secret x where x.company = s.company and x.source = s.source order by name) as secrets
from company_source s
where s.company = :company and (:source::text is null or s.source = :source)
order by s.source
