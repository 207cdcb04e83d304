select source, name, value, choice #>> '{}' as choice from choice_in_force where company = :company
