update export_schedule set next_due = :next where company = :company and source = :source
