select state, count(*) as documents from posting where company = :company group by state
