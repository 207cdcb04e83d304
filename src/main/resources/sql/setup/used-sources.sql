-- Sources that a company has documents of, or has chosen something for.
select source from source_choice where company = :company
union
select source from posting where company = :company
