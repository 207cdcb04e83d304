package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Organisation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What of one document is set off against another, seen from one of the two.
 *
 * @param kind of the other one, as are id and number
 */
public record Allocated(
    DocumentKind kind, UUID id, String number, BigDecimal amount, LocalDate date) {

  /** In the order in which it came about. */
  public static List<Allocated> of(Organisation books, Document document) {
    List<Allocated> found = new ArrayList<>();
    for (Allocation own : document.allocations) {
      found.add(
          new Allocated(
              DocumentKind.INVOICE,
              own.invoiceId(),
              own.invoiceNumber(),
              own.amount(),
              own.date()));
    }
    if (document.amountCredited.signum() != 0) {
      for (Document note : books.documents(DocumentKind.CREDIT_NOTE).all()) {
        for (Allocation one : note.allocations) {
          if (one.invoiceId().equals(document.id)) {
            found.add(
                new Allocated(
                    DocumentKind.CREDIT_NOTE, note.id, note.number, one.amount(), one.date()));
          }
        }
      }
    }
    return found;
  }
}
