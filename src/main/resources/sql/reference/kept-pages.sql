select count(*) as pages, coalesce(sum(seen), 0) as seen, least(max(highest), min(read_at)) as cursor
from import_page where company = :company and resource = :resource
