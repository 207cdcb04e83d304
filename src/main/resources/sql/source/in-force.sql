-- What a company chose for a source and has in force.
select name, value, choice #>> '{}' as text, choice::text as json, kind
from choice_in_force
where company = :company and source = :source and (:name::text is null or name = :name)
order by name, value
