-- Its document does not stand in Xero any more: it is due again when one does.
update receipt set due_at = null where id = :receipt
