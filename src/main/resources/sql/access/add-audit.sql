insert into audit_entry (id, at, who, company, act, subject, outcome, reason, before, after)
values (:id, :at, :who, :company, :act, :subject, :outcome, :reason, :before::jsonb, :after::jsonb)
