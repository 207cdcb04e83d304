select exists (
  select from hub_user u left join membership m on m.user_id = u.id and m.company <> :company
  where u.login = :login and (u.operator or m.company is not null)
)
