delete from export_run where id = :run
