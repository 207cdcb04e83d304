-- One at a time: a company's last admin is not lost to two who remove each other.
select u.login from membership m join hub_user u on u.id = m.user_id
where m.company = :company and m.role = 'ADMIN' and u.disabled_at is null
order by m.user_id for update of m
