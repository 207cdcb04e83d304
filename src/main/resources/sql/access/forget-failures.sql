delete from sign_in_failure where subject = any(:subjects) or since < :since
