select u.login, u.name, m.role, u.signed_in_at, u.disabled_at is not null as disabled
from membership m join hub_user u on u.id = m.user_id
where m.company = :company
order by u.login
