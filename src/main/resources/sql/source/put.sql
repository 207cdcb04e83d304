insert into source_choice (company, source, name, value, tenant_id, kind, choice, chosen_at)
select :company, :source, :name, :value, case when :kind::text is null then '' else b.tenant_id end, :kind::text, cast(:choice as jsonb), :now
from present_books b where b.company = :company
