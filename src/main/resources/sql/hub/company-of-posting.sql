-- Whose document it is: links to documents, as Xero has them, name none.
select company from posting where id = :id
