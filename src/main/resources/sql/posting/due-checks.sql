-- Companies with documents that nobody has looked at yet, and that nobody is looking at: those that are set up, when there is
-- reference data to check them against, and those that are not, whose documents are held for that.
select company from due_check order by company
