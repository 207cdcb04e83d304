update poll set requests = requests + 1 where id = :id
