delete from membership m using hub_user u
where u.id = m.user_id and u.login = :login and m.company = :company
