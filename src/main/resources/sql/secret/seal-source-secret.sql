-- Only while it is what it was: somebody may have given another meanwhile.
update source_secret set sealed = :anew where company || '/' || source || '/' || name = :id and sealed = :before
