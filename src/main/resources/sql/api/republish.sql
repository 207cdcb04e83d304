-- Who was told nothing yet is told everything anyway.
update reference_publication set republish_after = '' where company = :company
