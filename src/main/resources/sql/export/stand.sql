-- How documents that were named stand.
select id, source, state, undoes is not null as undoes, export_run from posting where company = :company and id = any (:ids::uuid[])
