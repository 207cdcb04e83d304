-- Notices are kept as everything else is: by a sweep of their own, in the order of their ids.
insert into retention_sweep (sweep) values ('notices');
drop index notice_delivery_ended;
