select subject, failed from sign_in_failure where subject = any(:subjects) and since > :since
