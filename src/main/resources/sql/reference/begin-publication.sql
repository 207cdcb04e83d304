-- From now on it is told of all companies, of each from the beginning.
insert into reference_teller (source) values (:#${variable.source}) on conflict do nothing
