-- Each source is told reference data on a topic of its own, and is as far as it is.
alter table reference_publication add source text not null default 'perk';
alter table reference_publication alter source drop default;
alter table reference_publication drop constraint reference_publication_pkey;
alter table reference_publication add primary key (company, source);
