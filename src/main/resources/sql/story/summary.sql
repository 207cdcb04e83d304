-- How many documents a company has in each state.
select state, sum(documents) as documents
from (select state, documents from posting_total where company = :company
      union all
      select state, documents from posting_count where company = :company) counted
group by state
having sum(documents) > 0
