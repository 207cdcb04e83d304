-- Companies that have something to tell the source.
select company from reference_publication
where source = :#${variable.source} and (last_change > published or republish_after is not null)
