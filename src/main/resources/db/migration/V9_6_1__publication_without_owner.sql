-- Who tells is said by work_lease.
alter table reference_publication drop owner;
