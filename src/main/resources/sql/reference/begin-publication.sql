insert into reference_publication (company, source) values (:#${variable.company}, :#${variable.source}) on conflict do nothing
