-- The first page that is not kept from an interrupted read of the same question; pages of another, or older than a day, go.
with kept as (
  select min(since) as lowest, max(since) as highest, min(kept_at) as first, max(page) as last, count(*) as pages
  from import_page where company = :#${variable.company} and resource = :#${variable.resource}
), usable as (
  select last from kept
  where last = pages and lowest = :#${variable.since} and highest = :#${variable.since}
    and first > :#${variable.now}::timestamptz - interval '1 day'
), dropped as (
  delete from import_page
  where company = :#${variable.company} and resource = :#${variable.resource} and not exists (select from usable)
)
select coalesce((select last from usable), 0) + 1 as page
