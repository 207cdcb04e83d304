insert into reference_publication (company) values (:#${variable.company}) on conflict do nothing
