-- Companies that chose no hour: each is read at one of its own in the night.
select id as company from company where not planned limit 500
