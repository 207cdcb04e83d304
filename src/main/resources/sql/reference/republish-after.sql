select republish_after as after from reference_publication where company = :#${variable.company} and source = :#${variable.source}
