delete from notice_destination where company = :company and not id = any (:stay::uuid[])
