insert into reference_change (company, version, kind, record_id, change, keys, before, after, cause, at, told)
values (:company, :version, :kind, :record, :change, cast(:keys as text[]),
        to_jsonb(cast(:before as text)), to_jsonb(cast(:after as text)), 'SETTING', :at, false)
