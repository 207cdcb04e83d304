select id from posting where company = :company and source = :source and source_id = :sourceId
