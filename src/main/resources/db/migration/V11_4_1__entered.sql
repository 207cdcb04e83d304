-- How many documents a reading brought, counted once when it ends: counted whenever somebody looks it costs more each day.
alter table poll add column entered integer;
