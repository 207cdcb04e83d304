-- One that is not done, where it goes on.
select company, email, step, after from erasure where id = :id and ended_at is null for update
