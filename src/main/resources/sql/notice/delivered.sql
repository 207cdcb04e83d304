update notice_delivery set state = 'DELIVERED', due_at = null, problem = null, ended_at = :now where id = :delivery
