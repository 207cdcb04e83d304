select id, at, who, company, act, subject, outcome, reason, before, after from audit_entry
where (:company::text is null or company = :company) and (:before::uuid is null or id < :before)
order by id desc limit :limit
