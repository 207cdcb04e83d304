-- Nothing is known of these documents yet, and asking has failed again and again: somebody should see to it.
update posting set problems = :problems where batch = :batch and state = 'UNCERTAIN'
