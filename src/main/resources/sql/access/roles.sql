-- What a user may do where, as it stands now: a row without a company when in none.
select u.name, u.operator, u.must_change, m.company, m.role
from hub_user u left join membership m on m.user_id = u.id
where u.login = :login and u.disabled_at is null
