select c.export_mode, c.mixed_signs, c.transfer_account_id, s.is_set_up
from company c join company_state s on s.company = c.id
where c.id = :company
