-- Which version of its mapping a document was judged by: when the mapping is another one it is judged again.
alter table posting add column mapping_version text;
