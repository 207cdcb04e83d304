-- Companies that chose no hour: each is read at one of its own in the night.
select c.id as company from company c where not exists (select from import_schedule s where s.company = c.id)
