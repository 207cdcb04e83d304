-- The company no longer has an account there: what it was asked with and how far it was read is forgotten. What came stays.
with secrets as (
  delete from source_secret where company = :company and source = :source
), readings as (
  delete from poll where company = :company and source = :source
)
update company_source set account = null, credential = null, problem = null, read_until = null, next_poll_at = null
where company = :company and source = :source
