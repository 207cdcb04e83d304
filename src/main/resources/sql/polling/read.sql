-- What came is stored: the cursor moves, never back.
with counted as (
  update poll set records = records + :records where id = :id returning company, source
)
update company_source s set read_until = greatest(s.read_until, :until) from counted c where s.company = c.company and s.source = c.source
