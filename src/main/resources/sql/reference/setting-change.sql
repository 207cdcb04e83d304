insert into reference_change (company, version, kind, record_id, change, keys, before, after, cause, at, told, asked_by)
values (:company, :version, :kind, :record, :change, cast(:keys as text[]),
        cast(:before as jsonb), cast(:after as jsonb), 'SETTING', :at, false, :askedBy)
