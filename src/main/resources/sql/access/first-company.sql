select id from company where :all or id = any(:companies) order by name, id limit 1
