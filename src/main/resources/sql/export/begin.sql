insert into export_run (id, company, source, occasion, what, filter, asked_by, due_at, begun_at)
values (:run, :company, :source, :occasion, :what, :filter, :askedBy, :dueAt, :now)
