insert into reference_publication (company, republish_after) values (:company, '')
on conflict (company) do update set republish_after = ''
