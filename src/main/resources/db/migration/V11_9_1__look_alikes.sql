-- Before what was not found by its marker goes out again, something just like it is looked for that lost its marker.
alter table batch drop constraint batch_next_step_check;
alter table batch add constraint batch_next_step_check check (next_step in ('RESEND', 'LOOK_UP', 'LOOK_ALIKE'));
