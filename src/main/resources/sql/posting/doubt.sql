update posting set state = 'UNCERTAIN', changed_at = :now where batch = :batch and state = 'SENDING'
