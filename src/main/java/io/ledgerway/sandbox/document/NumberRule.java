package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Organisation;
import java.util.Locale;

/** Numbers of sales documents are unique and given when missing; those of bills are neither. */
final class NumberRule {

  private final Organisation books;
  private final Findings findings;

  NumberRule(Organisation books, Findings findings) {
    this.books = books;
    this.findings = findings;
  }

  void check(Document document) {
    boolean missing = document.number == null || document.number.isEmpty();
    if (!missing && document.number.chars().anyMatch(c -> c < 32 || c > 126)) {
      findings.error("Invoice # must only contain printable ASCII characters.");
    }
    boolean order = document.kind == DocumentKind.PURCHASE_ORDER;
    if (!document.isSale() && !order) {
      document.number = missing ? "" : document.number;
      return;
    }
    if (missing) {
      document.number = free(document);
      return;
    }
    Document same = books.documents(document.kind).find(document.number);
    if (same != null && !same.id.equals(document.id)) {
      findings.error(
          switch (document.kind) {
            case INVOICE -> "Invoice # must be unique.";
            case PURCHASE_ORDER -> "Order number must be unique";
            default -> "Credit Note # must be unique.";
          });
    }
  }

  private String free(Document document) {
    String prefix =
        switch (document.kind) {
          case INVOICE -> "INV";
          case PURCHASE_ORDER -> "PO";
          default -> "CN";
        };
    String number;
    do {
      number = String.format(Locale.ROOT, "%s-%04d", prefix, books.nextNumber());
    } while (books.documents(document.kind).find(number) != null);
    return number;
  }
}
