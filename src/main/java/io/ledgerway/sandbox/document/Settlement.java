package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Organisation;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What payments and credits do to a document: less is due, at zero it is PAID, and its change date
 * moves. Amounts may be negative, to undo.
 */
final class Settlement {

  private Settlement() {}

  static Document paid(Organisation books, Document document, BigDecimal amount, LocalDate date) {
    Document changed = document.copy();
    changed.amountPaid = document.amountPaid.add(amount);
    return settled(books, changed, date);
  }

  static Document credited(
      Organisation books, Document document, BigDecimal amount, LocalDate date) {
    Document changed = document.copy();
    changed.amountCredited = document.amountCredited.add(amount);
    return settled(books, changed, date);
  }

  private static Document settled(Organisation books, Document changed, LocalDate date) {
    boolean nothingDue = changed.amountDue().signum() == 0;
    changed.status = nothingDue ? "PAID" : "AUTHORISED";
    changed.fullyPaidOn = nothingDue ? date : null;
    changed.updated = books.change();
    books.tell(changed.kind.name().replace("_", ""), false, changed.id);
    return changed;
  }
}
