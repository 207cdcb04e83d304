-- As the last vacuum or analyze left it: no row is read.
select c.relname as table, greatest(c.reltuples, 0)::bigint as rows, pg_total_relation_size(c.oid) as bytes
from pg_class c
join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
where c.relkind = 'r'
  and c.relname in ('posting', 'posting_history', 'batch', 'xero_call', 'reference_change', 'dead_letter', 'receipt', 'export_run', 'poll')
